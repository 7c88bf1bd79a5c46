package dev.roster.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roster.domain.role.RosterPermission;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every number and time that the document names, at its edges and beyond them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NumbersAndTimesTest {
    private static final List<String> NO_NUMBERS = List.of(
            "+5", " 5", "5 ", "05", "-1", "0", "5.0", "5e1", "0x5", "NaN", "٣", "５", "1001", "99999999999999999999");
    private static final List<String> NO_TIMES = List.of(
            "0000-12-31T23:59:59Z",
            "0001-01-01T00:00:00+00:01",
            "9999-12-31T23:59:59-00:01",
            "+10000-01-01T00:00:00Z",
            "-0001-01-01T00:00:00Z",
            "2026-06-30T23:59:60Z",
            "2026-03-01T08:30Z",
            "2026-03-01",
            "٢٠٢٦-03-01T08:30:00Z",
            "2026-03-01T08:30:00.1234567890Z",
            "1772354400",
            " 2026-03-01T08:30:00Z");
    private static final List<String> TIMES = List.of(
            "0001-01-01T00:00:00Z",
            "1677-09-21T00:12:43.145224192Z",
            "1677-09-21T00:12:43Z",
            "2262-04-11T23:47:16.854775807Z",
            "2262-04-11T23:47:17Z",
            "9999-12-31T23:59:59.999999999Z");

    private final World world = new World();
    private final String role = world.server
            .given()
            .role("helper", RosterPermission.WORKSPACE_READ)
            .id()
            .toString();

    @AfterAll
    void stop() {
        world.close();
    }

    /** A parameter of the query of some operation. */
    record Parameter(String operation, String path, String name, boolean time) {
        @Override
        public String toString() {
            return operation + " " + name;
        }
    }

    static Stream<Parameter> parameters() {
        List<Parameter> found = new ArrayList<>();
        OpenApiOperations.all()
                .forEach((name, operation) -> operation.path("parameters").forEach(parameter -> {
                    JsonNode schema = parameter.path("schema");
                    boolean time = schema.path("format").asText().equals("date-time");
                    if (parameter.path("in").asText().equals("query") && (time || isNumber(schema))) {
                        found.add(new Parameter(
                                name,
                                name.substring(name.indexOf(' ') + 1),
                                parameter.path("name").asText(),
                                time));
                    }
                }));
        return found.stream();
    }

    private static boolean isNumber(JsonNode schema) {
        return schema.path("type").toString().contains("integer");
    }

    /** Fills the path; who asks may everything. */
    private int status(Parameter parameter, String value) {
        String path = parameter
                .path()
                .replace("{workspace_id}", world.legal.id().toString())
                .replace("{dataset_id}", world.contracts.id().toString())
                .replace("{user_id}", world.noa.toString())
                .replace("{role_id}", role)
                .replace("{organization_id}", world.legal.organization().toString());
        String required = path.equals("/v1/who-may")
                ? "permission=dataset:read&kind=dataset&id=" + world.contracts.id() + "&"
                : "";
        String query =
                path + "?" + required + parameter.name() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
        String method = parameter.operation().substring(0, parameter.operation().indexOf(' '));
        TestServer.Answer answer =
                method.equals("GET") ? world.get("ada", query) : world.send("ada", method, query, "{}");
        if (answer.status() == 400 && !answer.at("/errors/0/field").equals(parameter.name())) {
            return 0;
        }
        return answer.status();
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void parameterIsReadStrictly(Parameter parameter) {
        for (String value : parameter.time() ? NO_TIMES : NO_NUMBERS) {
            assertThat(status(parameter, value)).as("%s=%s", parameter, value).isEqualTo(400);
        }
        for (String value : accepted(parameter)) {
            assertThat(status(parameter, value)).as("%s=%s", parameter, value).isEqualTo(200);
        }
    }

    private List<String> accepted(Parameter parameter) {
        if (!parameter.time()) {
            return List.of("1", "1000");
        }
        // Days are counted for a year at most, up to now where no end is given.
        return parameter.path().endsWith("/per-day") && parameter.name().equals("since")
                ? List.of(world.server.fakes().clock().instant().toString())
                : TIMES;
    }

    @Test
    void listsAndTheTrailAreAmongThem() {
        assertThat(parameters().map(Parameter::name)).contains("limit", "since", "until");
        assertThat(parameters()).hasSizeGreaterThan(20);
    }

    /** Numbers and times in bodies, by path; what the document names beyond these has to be added. */
    @Test
    void everyNumberAndTimeOfABodyIsKnownHere() {
        Set<String> found = new TreeSet<>();
        OpenApiOperations.all()
                .values()
                .forEach(operation -> collect(operation.at("/requestBody/content/application~1json/schema"), found));

        assertThat(found)
                .containsExactlyInAnyOrder("at", "count", "expires_at", "grace_period_seconds", "most_uses", "until");
    }

    /** A time, or one of several things that may be a time. */
    private static boolean isTime(JsonNode value) {
        JsonNode whole = value.has("$ref")
                ? Contract.document().at(value.path("$ref").asText().substring(1))
                : value;
        return whole.path("format").asText().equals("date-time")
                || whole.path("anyOf").valueStream().anyMatch(NumbersAndTimesTest::isTime);
    }

    private static void collect(JsonNode schema, Set<String> found) {
        JsonNode whole = schema.has("$ref")
                ? Contract.document().at(schema.path("$ref").asText().substring(1))
                : schema;
        whole.path("properties").properties().forEach(property -> {
            JsonNode value = property.getValue();
            if (isTime(value) || isNumber(value)) {
                found.add(property.getKey());
            }
            collect(value, found);
        });
        if (whole.has("items")) {
            collect(whole.path("items"), found);
        }
    }

    @Test
    void timesOfBodiesAreReadStrictly() {
        String contributions = "/v1/datasets/" + world.contracts.id() + "/contributions";
        for (String time : NO_TIMES) {
            refused(contributions, "{'count':1,'at':'" + time + "'}", "at");
            refused("/v1/me/keys", "{'name':'x','expires_at':'" + time + "'}", "expires_at");
            refused(guests(), "{'count':1,'until':'" + time + "'}", "until");
        }
    }

    @Test
    void timesFarAwayAreStoredAsTheyAre() {
        String contributions = "/v1/datasets/" + world.contracts.id() + "/contributions";
        for (String time : List.of("0001-01-01T00:00:00.000000Z", "1677-09-21T00:12:43.000000Z")) {
            assertThat(world.send("noa", "POST", contributions, "{'count':1,'at':'" + time + "'}")
                            .status())
                    .isLessThan(300);
        }
        refused(contributions, "{'count':1,'at':'9999-12-31T23:59:59Z'}", "at");
    }

    @Test
    void numbersOfBodiesHaveALeastAndAMost() {
        String contributions = "/v1/datasets/" + world.contracts.id() + "/contributions";
        for (String count : List.of(
                "0", "-1", "1000001", "9223372036854775807", "9223372036854775808", "1.0", "1e1", "'1'", "'٣'")) {
            refused(contributions, "{'count':" + count + "}", "count");
        }
        String link = "/v1/organizations/" + world.legal.organization() + "/invite-link";
        for (String uses : List.of("0", "-1", "1000001", "4294967297", "99999999999999999999", "1.5", "'5'")) {
            refused(link, "{'most_uses':" + uses + "}", "most_uses");
        }
        for (String count : List.of("0", "-1", "1001", "4294967297", "99999999999999999999", "1.5", "'5'")) {
            refused(guests(), "{'count':" + count + "}", "count");
        }
    }

    private String guests() {
        return "/v1/workspaces/" + world.legal.id() + "/guests";
    }

    private void refused(String path, String body, String field) {
        TestServer.Answer answer = world.send("ada", "POST", path, body);
        assertThat(answer.status()).as(body).isEqualTo(400);
        assertThat(answer.at("/errors/0/field")).as(body).isEqualTo(field);
    }
}
