package dev.roster.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Holds every exchange of every test against the OpenAPI document. */
final class Contract {
    private static final String ID = "https://roster.test/openapi.json";
    private static final JsonNode DOCUMENT = load();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(Map.of(ID, DOCUMENT.toString()))
                    .schemaRegistryConfig(com.networknt.schema.SchemaRegistryConfig.builder()
                            .formatAssertionsEnabled(true)
                            .build()));
    private static final Map<String, Schema> BY_POINTER = new ConcurrentHashMap<>();

    /** Dialects answer to contracts of their own. */
    private static final Pattern OF_DIALECTS = Pattern.compile("/(argilla|arize|label-studio|api)(/.*)?");

    private Contract() {}

    static JsonNode document() {
        return DOCUMENT;
    }

    private static JsonNode load() {
        try (InputStream file = Contract.class.getResourceAsStream("openapi.json")) {
            return TestServer.JSON.readTree(Objects.requireNonNull(file));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static void check(String method, String path, byte @Nullable [] body, TestServer.Answer answer) {
        String bare = path.replaceAll("[?#].*", "").replaceAll("(.)/$", "$1");
        assertThat(answer.status()).as("%s %s: %s", method, path, answer.text()).isNotEqualTo(500);
        if (OF_DIALECTS.matcher(bare).matches()) {
            return;
        }
        if (answer.status() >= 400 && !method.equals("HEAD")) {
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
            mustBeAProblem(answer.text());
        }
        Optional<String> template = template(bare);
        String operation = "/paths/" + escape(template.orElse("")) + "/" + method.toLowerCase(java.util.Locale.ROOT);
        if (template.isPresent() && !DOCUMENT.at(operation).isMissingNode()) {
            checkOperation(operation, body, answer);
        }
    }

    static void mustBeAProblem(String json) {
        mustFit("/components/schemas/Problem", json, "a problem");
    }

    private static void checkOperation(String operation, byte @Nullable [] body, TestServer.Answer answer) {
        JsonNode response = DOCUMENT.at(operation + "/responses/" + answer.status());
        assertThat(response.isMissingNode())
                .as("%s does not tell of %s: %s", operation, answer.status(), answer.text())
                .isFalse();
        if (answer.status() < 300) {
            JsonNode content = DOCUMENT.at(operation + "/responses/" + answer.status() + "/content");
            if (content.isMissingNode()) {
                assertThat(answer.text()).isEmpty();
            } else if (content.has("application/json")) {
                mustFit(
                        operation + "/responses/" + answer.status() + "/content/application~1json/schema",
                        answer.text(),
                        operation);
            }
            if (body != null
                    && !DOCUMENT.at(operation + "/requestBody/content/application~1json")
                            .isMissingNode()) {
                mustFit(
                        operation + "/requestBody/content/application~1json/schema",
                        new String(body, StandardCharsets.UTF_8),
                        operation);
            }
        }
    }

    private static void mustFit(String pointer, String json, String what) {
        Schema schema = BY_POINTER.computeIfAbsent(
                pointer,
                at -> SCHEMAS.getSchema(
                        SchemaLocation.of(ID + "#" + at.replace("{", "%7B").replace("}", "%7D"))));
        try {
            assertThat(schema.validate(TestServer.JSON.readTree(json)))
                    .as("%s: %s", what, json)
                    .isEmpty();
        } catch (IOException broken) {
            throw new UncheckedIOException(json, broken);
        }
    }

    /** The template that a path is an instance of, the most literal first. */
    private static Optional<String> template(String path) {
        if (DOCUMENT.path("paths").has(path)) {
            return Optional.of(path);
        }
        return DOCUMENT.path("paths").properties().stream()
                .map(Map.Entry::getKey)
                .filter(template -> Pattern.matches(template.replaceAll("\\{\\w+}", "[^/]+"), path))
                .findFirst();
    }

    private static String escape(String template) {
        return template.replace("~", "~0").replace("/", "~1");
    }
}
