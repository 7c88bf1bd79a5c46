package dev.roster.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.google.inject.Injector;
import dev.roster.application.fake.Fakes;
import dev.roster.http.web.Dialect;
import dev.roster.http.web.Problem;
import dev.roster.http.web.Route;
import dev.roster.http.web.Routes;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The document and the routes, held against each other. What the answers look like, {@link Contract} sees everywhere. */
class OpenApiTest {
    private final Injector injector =
            TestServer.injector(HttpSettings.on("127.0.0.1", 0), new Fakes(), Optional::empty);

    private Map<String, Route> routes() {
        Map<String, Route> all = new TreeMap<>();
        Stream.of(injector.getInstance(NativeDialect.class), injector.getInstance(Operations.class))
                .forEach(dialect -> routes(dialect)
                        .all()
                        .forEach(route ->
                                all.put(route.method().name() + " " + dialect.prefix() + route.path(), route)));
        return all;
    }

    private static Routes routes(Dialect dialect) {
        Routes routes = new Routes();
        dialect.register(routes);
        return routes;
    }

    private static Set<String> parameters(JsonNode operation, String in) {
        return StreamSupport.stream(operation.path("parameters").spliterator(), false)
                .filter(parameter -> parameter.path("in").asText().equals(in))
                .map(parameter -> parameter.path("name").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void documentAndRoutesHoldTheSameOperations() {
        assertThat(OpenApiOperations.all().keySet())
                .isEqualTo(routes().keySet())
                .hasSizeGreaterThan(50);
    }

    @Test
    void documentsTheQueryParametersThatRoutesTake() {
        Map<String, JsonNode> operations = OpenApiOperations.all();

        routes().forEach((name, route) -> assertThat(
                        parameters(java.util.Objects.requireNonNull(operations.get(name)), "query"))
                .as(name)
                .isEqualTo(new TreeSet<>(route.parameters())));
    }

    @Test
    void documentsWhichRoutesAreOpen() {
        Map<String, JsonNode> operations = OpenApiOperations.all();

        routes().forEach((name, route) -> assertThat(
                        java.util.Objects.requireNonNull(operations.get(name)).has("security"))
                .as(name)
                .isEqualTo(route.isOpen()));
    }

    @Test
    void describesEveryOperationParameterAndField() {
        assertThat(Contract.document().findValues("description"))
                .hasSizeGreaterThan(200)
                .noneMatch(text -> text.isTextual() && text.asText().isBlank());
        OpenApiOperations.all()
                .forEach((name, operation) ->
                        assertThat(operation.path("summary").asText()).as(name).isNotBlank());
    }

    private static Set<String> kinds(JsonNode types) {
        return StreamSupport.stream(types.spliterator(), false)
                .map(type -> type.asText().replace("urn:roster:problem:", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> kindsOfStatus(int status) {
        return Stream.of(Problem.Kind.values())
                .filter(kind -> kind.status() == status)
                .map(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void namesEveryKindOfProblemThereIsAndNoOther() {
        Set<String> sent =
                IntStream.range(400, 600).mapToObj(RawProblems::kind).collect(Collectors.toCollection(TreeSet::new));
        Stream.of(Problem.Kind.values()).forEach(kind -> sent.addAll(kindsOfStatus(kind.status())));

        assertThat(kinds(Contract.document().at("/components/schemas/Problem/properties/type/enum")))
                .isEqualTo(sent);
    }

    @Test
    void saysOfEachStatusWhichKindsOfProblemItComesWith() {
        Contract.document().at("/components/responses").forEach(response -> {
            JsonNode narrowed = response.at("/content/application~1problem+json/schema/allOf/1/properties");
            int status = narrowed.at("/status/const").asInt();
            JsonNode type = narrowed.path("type");
            Set<String> documented = type.has("const")
                    ? kinds(JsonNodeFactory.instance.arrayNode().add(type.get("const")))
                    : kinds(type.path("enum"));

            assertThat(documented).as(response.path("description").asText()).isEqualTo(kindsOfStatus(status));
        });
    }

    @Test
    void everyAnswerSaysWhatTheLogCallsItAndEveryProblemIsOneOfTheShared() {
        OpenApiOperations.all()
                .forEach((name, operation) -> operation
                        .path("responses")
                        .properties()
                        .forEach(response -> {
                            String what = name + " " + response.getKey();
                            JsonNode whole = Samples.resolve(response.getValue());
                            assertThat(whole.path("headers").has("X-Request-Id"))
                                    .as(what)
                                    .isTrue();
                            assertThat(response.getKey().startsWith("2")
                                            || response.getValue().has("$ref"))
                                    .as(what)
                                    .isTrue();
                        }));
    }

    @Test
    void servesTheDocumentAndThePageFromTheJar() {
        try (TestServer server = TestServer.start()) {
            TestServer.Answer page = server.ask("GET", "/docs").send();

            assertThat(server.ask("GET", "/openapi.json").send().json()).isEqualTo(Contract.document());
            assertThat(page.header("Content-Security-Policy"))
                    .startsWith("default-src 'none'")
                    .doesNotContain("unsafe");
            assertThat(page.text()).doesNotContain("http://", "https://", "<script>", "style=", "<style");
            assertThat(server.ask("GET", "/docs/start.js").send().text()).contains("/openapi.json");
            assertThat(server.ask("GET", "/docs/swagger-ui-bundle.js").send().status())
                    .isEqualTo(200);
            assertThat(server.ask("GET", "/docs/swagger-ui.css").send().header("Content-Type"))
                    .startsWith("text/css");
            assertThat(server.ask("GET", "/docs/openapi.json").send().status()).isEqualTo(404);
        }
    }
}
