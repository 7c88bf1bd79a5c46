package dev.roster.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.inject.Injector;
import dev.roster.application.fake.Fakes;
import dev.roster.http.web.Dialect;
import dev.roster.http.web.Route;
import dev.roster.http.web.Routes;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
                .collect(java.util.stream.Collectors.toCollection(TreeSet::new));
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
