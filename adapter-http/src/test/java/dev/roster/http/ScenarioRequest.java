package dev.roster.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a step of a scenario is over HTTP.
 *
 * @param body the fields to send, or null for no body
 * @param shown what the step shows, read from a good answer; an empty answer is a null node
 */
record ScenarioRequest(
        String method, String path, @Nullable Map<String, Object> body, Function<JsonNode, List<String>> shown) {
    static ScenarioRequest get(String path) {
        return new ScenarioRequest("GET", path, null, answer -> List.of());
    }

    static ScenarioRequest delete(String path) {
        return new ScenarioRequest("DELETE", path, null, answer -> List.of());
    }

    static ScenarioRequest to(String method, String path) {
        return new ScenarioRequest(method, path, null, answer -> List.of());
    }

    /** Sends a field; one that is null stays away. */
    ScenarioRequest with(String field, @Nullable Object value) {
        return value == null ? this : sending(field, value);
    }

    /** Sends a field as null. */
    ScenarioRequest withNull(String field) {
        return sending(field, null);
    }

    private ScenarioRequest sending(String field, @Nullable Object value) {
        Map<String, Object> fields = new LinkedHashMap<>(body == null ? Map.of() : body);
        fields.put(field, value);
        return new ScenarioRequest(method, path, fields, shown);
    }

    /** Shows those fields of the answer, by JSON pointer. */
    ScenarioRequest showing(String... pointers) {
        return showing(answer -> texts(answer, pointers));
    }

    /** Shows those fields of each item, by JSON pointer. */
    ScenarioRequest showingEach(String... pointers) {
        return showing(answer -> answer.path("items")
                .valueStream()
                .flatMap(item -> texts(item, pointers).stream())
                .toList());
    }

    ScenarioRequest showing(Function<JsonNode, List<String>> words) {
        return new ScenarioRequest(method, path, body, words);
    }

    private static List<String> texts(JsonNode node, String... pointers) {
        return java.util.Arrays.stream(pointers)
                .map(pointer -> node.at(pointer).asText())
                .toList();
    }
}
