package dev.roster.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
    private static final Pattern OF_DIALECTS =
            Pattern.compile("/+(argilla|arize|label-studio|crew|api|user|projects|logout)(/.*)?");

    /** What the head of the document says of every answer, and what belongs to the connection. */
    private static final Set<String> OF_EVERY_ANSWER = Set.of(
            "connection",
            "content-length",
            "content-type",
            "date",
            "referrer-policy",
            "transfer-encoding",
            "x-content-type-options");

    /** {@code Cache-Control} of whatever does not say otherwise. */
    private static final List<String> KEPT_BY_NOBODY = List.of("no-store");

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
        if (OF_DIALECTS.matcher(bare).matches() || isPage(answer)) {
            return;
        }
        if (answer.status() >= 400 && !method.equals("HEAD")) {
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
            mustBeAProblem(answer.text());
        }
        Optional<String> template = template(bare);
        String operation = "/paths/" + escape(template.orElse("")) + "/" + method.toLowerCase(Locale.ROOT);
        if (template.isPresent() && !DOCUMENT.at(operation).isMissingNode()) {
            checkOperation(operation, body, answer);
        }
    }

    /** What people are shown is no part of the document. */
    private static boolean isPage(TestServer.Answer answer) {
        return answer.header("Content-Type").startsWith("text/html");
    }

    static void mustBeAProblem(String json) {
        mustFit("/components/schemas/Problem", json, "a problem");
    }

    private static void checkOperation(String operation, byte @Nullable [] body, TestServer.Answer answer) {
        String response = followed(operation + "/responses/" + answer.status());
        assertThat(DOCUMENT.at(response).isMissingNode())
                .as("%s does not tell of %s: %s", operation, answer.status(), answer.text())
                .isFalse();
        checkHeaders(operation, response + "/headers", answer);
        checkContent(operation, response + "/content", answer);
        String taken = operation + "/requestBody/content/application~1json";
        if (answer.status() < 300 && body != null && !DOCUMENT.at(taken).isMissingNode()) {
            mustFit(taken + "/schema", new String(body, StandardCharsets.UTF_8), operation);
        }
    }

    /** What the document says must be sent is, and what is sent it says. */
    private static void checkHeaders(String operation, String headers, TestServer.Answer answer) {
        Set<String> documented = new TreeSet<>();
        DOCUMENT.at(headers).fieldNames().forEachRemaining(name -> {
            documented.add(name.toLowerCase(Locale.ROOT));
            checkHeader(
                    operation + " " + answer.status() + " " + name,
                    followed(headers + "/" + name),
                    answer.header(name));
        });
        answer.response().headers().map().forEach((name, values) -> {
            boolean isUsual = OF_EVERY_ANSWER.contains(name.toLowerCase(Locale.ROOT)) || values.equals(KEPT_BY_NOBODY);
            assertThat(isUsual || documented.contains(name.toLowerCase(Locale.ROOT)))
                    .as("%s %s does not tell of the header %s: %s", operation, answer.status(), name, values)
                    .isTrue();
        });
    }

    private static void checkHeader(String what, String header, String value) {
        boolean isRequired = DOCUMENT.at(header + "/required").asBoolean();
        assertThat(isRequired && value.isEmpty()).as("%s is missing", what).isFalse();
        if (!value.isEmpty()) {
            boolean isNumber = DOCUMENT.at(header + "/schema/type").asText().equals("integer");
            mustFit(
                    header + "/schema",
                    isNumber ? value : TextNode.valueOf(value).toString(),
                    what);
        }
    }

    private static void checkContent(String operation, String content, TestServer.Answer answer) {
        String sent = answer.header("Content-Type").replaceAll(";.*", "");
        if (DOCUMENT.at(content).isMissingNode()) {
            assertThat(answer.text() + sent)
                    .as("%s %s", operation, answer.status())
                    .isEmpty();
            return;
        }
        JsonNode documented = DOCUMENT.at(content);
        assertThat(documented.has(sent) || documented.has("*/*"))
                .as("%s %s does not tell of %s", operation, answer.status(), sent)
                .isTrue();
        if (sent.endsWith("json") && documented.has(sent)) {
            mustFit(content + "/" + escape(sent) + "/schema", answer.text(), operation + " " + answer.status());
        }
    }

    /** The place itself, or the one that it refers to. */
    private static String followed(String pointer) {
        String reference = DOCUMENT.at(pointer).path("$ref").asText();
        return reference.isEmpty() ? pointer : reference.substring(1);
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
