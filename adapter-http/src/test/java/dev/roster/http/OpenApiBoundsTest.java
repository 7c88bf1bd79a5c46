package dev.roster.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The document says of every input what the server enforces, no more and no less: values just inside a schema are not
 * refused for what they are, values just outside are refused and the field is named. Made from the document, so that a
 * field that is new there is tried by itself.
 */
class OpenApiBoundsTest {
    private static final int AT_ONCE = 4;

    /** What is tried of each operation. */
    private enum Attempt {
        THE_LEAST(BoundsProbe::tryTheLeast),
        THE_BODY(BoundsProbe::tryTheBody),
        THE_QUERY(BoundsProbe::tryTheQuery),
        THE_PATH(BoundsProbe::tryThePath);

        @SuppressWarnings("ImmutableEnumChecker") // it holds nothing
        private final Consumer<BoundsProbe> trying;

        Attempt(Consumer<BoundsProbe> trying) {
            this.trying = trying;
        }
    }

    /** By what was tried, what of it was wrong. */
    private static final Map<Attempt, List<String>> WRONG = new EnumMap<>(Attempt.class);

    /** Each operation has a server of its own for everything that is tried of it: starting one costs more than asking it. */
    @BeforeAll
    static void tryEveryOperation() throws Exception {
        List<Callable<Map<Attempt, List<String>>>> probes = new ArrayList<>();
        OpenApiOperations.all().forEach((name, description) -> {
            if (name.contains(" /v1/")) {
                probes.add(() -> probe(name, description));
            }
        });
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (Future<Map<Attempt, List<String>>> probe : threads.invokeAll(probes)) {
                probe.get()
                        .forEach((attempt, wrong) -> WRONG.computeIfAbsent(attempt, none -> new ArrayList<>())
                                .addAll(wrong));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static Map<Attempt, List<String>> probe(String name, JsonNode description) {
        Map<Attempt, List<String>> wrong = new EnumMap<>(Attempt.class);
        try (TestServer server = TestServer.start()) {
            for (Attempt attempt : Attempt.values()) {
                wrong.put(attempt, wrong(new BoundsProbe(server, name, description), attempt));
            }
        }
        return wrong;
    }

    private static List<String> wrong(BoundsProbe probe, Attempt attempt) {
        try {
            attempt.trying.accept(probe);
            return probe.wrong();
        } catch (AssertionError unlikeTheDocument) {
            return List.of(String.valueOf(unlikeTheDocument.getMessage()));
        }
    }

    @Test
    void aRequestThatTheDocumentDescribesIsTaken() {
        assertThat(WRONG.get(Attempt.THE_LEAST)).isEmpty();
    }

    @Test
    void everyFieldOfABodyIsTakenInsideItsBoundsAndRefusedByNameOutside() {
        assertThat(WRONG.get(Attempt.THE_BODY)).isEmpty();
    }

    @Test
    void everyQueryParameterIsTakenInsideItsBoundsAndRefusedByNameOutside() {
        assertThat(WRONG.get(Attempt.THE_QUERY)).isEmpty();
    }

    @Test
    void everyPartOfAPathIsRefusedByNameOutsideItsBounds() {
        assertThat(WRONG.get(Attempt.THE_PATH)).isEmpty();
    }

    /** A field without a bound of its own would be tried with any text; this finds schemas that say nothing at all. */
    @Test
    void everyTextOfABodySaysWhatItMayHold() {
        OpenApiOperations.all().forEach((name, operation) -> {
            JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
            if (!schema.isMissingNode()) {
                mustBeBound(name, Samples.resolve(schema));
            }
        });
    }

    private static void mustBeBound(String place, JsonNode schema) {
        JsonNode bare = Samples.withoutNull(schema);
        switch (Samples.type(schema)) {
            case "object" -> {
                assertThat(bare.path("additionalProperties").isBoolean())
                        .as(place)
                        .isTrue();
                bare.path("properties")
                        .properties()
                        .forEach(field -> mustBeBound(place + " " + field.getKey(), field.getValue()));
            }
            case "array" -> mustBeBound(place, bare.path("items"));
            case "integer" ->
                assertThat(bare.has("minimum") && bare.has("maximum")).as(place).isTrue();
            case "boolean" -> {}
            default ->
                assertThat(bare.has("enum") || bare.has("pattern") || bare.has("format"))
                        .as(place)
                        .isTrue();
        }
    }
}
