package dev.roster.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roster.http.TestServer.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every query parameter that the document knows: what is empty, given twice or unknown is never taken for "all". */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueryFiltersTest {
    /** A parameter of an operation, and what a request needs besides. */
    private record Parameter(String method, String path, String others, String name, boolean repeats, String body) {
        Answer send(World world, String query) {
            TestServer.Ask ask = world.ask("ada", method, path + "?" + others + query);
            return body.isEmpty() ? ask.send() : ask.json(body).send();
        }

        @Override
        public String toString() {
            return method + " " + path + " " + name;
        }
    }

    private World world;
    private Samples samples;

    @BeforeAll
    void start() {
        world = new World();
        samples = new Samples(Map.of());
    }

    @AfterAll
    void stop() {
        world.close();
    }

    private List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>();
        OpenApiOperations.all().forEach((operation, description) -> {
            if (operation.contains(" /v1/")) {
                all.addAll(parameters(operation, description));
            }
        });
        return all;
    }

    private List<Parameter> parameters(String operation, JsonNode description) {
        String method = operation.substring(0, operation.indexOf(' '));
        samples.about(operation, new Scene(world.server));
        String path = samples.path(operation.substring(operation.indexOf(' ') + 1));
        JsonNode body = samples.body(description);
        List<Parameter> all = new ArrayList<>();
        Samples.parameters(description, "query").forEach((name, parameter) -> {
            StringBuilder others = new StringBuilder();
            samples.query(description).forEach((other, value) -> {
                if (!other.equals(name)) {
                    others.append(other).append('=').append(value).append('&');
                }
            });
            boolean repeats = parameter.at("/schema/type").asText().equals("array");
            all.add(new Parameter(
                    method, path, others.toString(), name, repeats, body.isMissingNode() ? "" : body.toString()));
        });
        return all;
    }

    private static void isRefused(Answer answer, String field, Parameter parameter) {
        assertThat(answer.status()).as("%s: %s", parameter, answer.text()).isEqualTo(400);
        assertThat(answer.at("/errors/0/field"))
                .as("%s: %s", parameter, answer.text())
                .isEqualTo(field);
    }

    @Test
    void anEmptyValueIsRefusedByName() {
        assertThat(parameters()).hasSizeGreaterThan(80);
        for (Parameter parameter : parameters()) {
            isRefused(parameter.send(world, parameter.name() + "="), parameter.name(), parameter);
            isRefused(parameter.send(world, parameter.name()), parameter.name(), parameter);
        }
    }

    @Test
    void aParameterThatIsGivenTwiceIsRefusedByName() {
        for (Parameter parameter : parameters()) {
            if (!parameter.repeats()) {
                String twice = parameter.name() + "=1&" + parameter.name() + "=1";
                isRefused(parameter.send(world, twice), parameter.name(), parameter);
            }
        }
    }

    @Test
    void anUnknownParameterIsRefusedByName() {
        for (Map.Entry<String, JsonNode> operation : OpenApiOperations.all().entrySet()) {
            String method = operation.getKey().substring(0, operation.getKey().indexOf(' '));
            String path = operation.getKey().substring(operation.getKey().indexOf(' ') + 1);
            if (path.startsWith("/v1/") && !operation.getValue().has("security")) {
                samples.about(operation.getKey(), new Scene(world.server));
                Answer answer = world.ask("ada", method, samples.path(path) + "?workspaceid=")
                        .send();
                assertThat(answer.status()).as(operation.getKey()).isEqualTo(400);
                assertThat(answer.at("/errors/0/field")).as(operation.getKey()).isEqualTo("workspaceid");
            }
        }
    }
}
