package dev.roster.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * The document says of every input what the server enforces, no more and no less: values just inside a schema are not
 * refused for what they are, values just outside are refused and the field is named. Made from the document, so that a
 * field that is new there is tried by itself.
 */
class OpenApiBoundsTest {
    private static final int AT_ONCE = 4;

    /** Does the same to every operation of the native API, each on a server of its own, and returns what was wrong. */
    private static List<String> wrong(Consumer<BoundsProbe> probing) {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<List<String>>> probes = new ArrayList<>();
            OpenApiOperations.all().forEach((name, description) -> {
                if (name.contains(" /v1/")) {
                    probes.add(threads.submit(() -> probe(name, description, probing)));
                }
            });
            List<String> wrong = new ArrayList<>();
            for (Future<List<String>> probe : probes) {
                wrong.addAll(probe.get());
            }
            return wrong;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<String> probe(String name, JsonNode description, Consumer<BoundsProbe> probing) {
        try (BoundsProbe probe = new BoundsProbe(name, description)) {
            probing.accept(probe);
            return probe.wrong();
        } catch (AssertionError unlikeTheDocument) {
            return List.of(name + ": " + unlikeTheDocument.getMessage());
        }
    }

    @Test
    void aRequestThatTheDocumentDescribesIsTaken() {
        assertThat(wrong(BoundsProbe::tryTheLeast)).isEmpty();
    }

    @Test
    void everyFieldOfABodyIsTakenInsideItsBoundsAndRefusedByNameOutside() {
        assertThat(wrong(BoundsProbe::tryTheBody)).isEmpty();
    }

    @Test
    void everyQueryParameterIsTakenInsideItsBoundsAndRefusedByNameOutside() {
        assertThat(wrong(BoundsProbe::tryTheQuery)).isEmpty();
    }

    @Test
    void everyPartOfAPathIsRefusedByNameOutsideItsBounds() {
        assertThat(wrong(BoundsProbe::tryThePath)).isEmpty();
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
