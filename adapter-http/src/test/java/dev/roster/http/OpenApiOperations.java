package dev.roster.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The operations of the document, by method and path template. */
final class OpenApiOperations {
    private OpenApiOperations() {}

    static Map<String, JsonNode> all() {
        Map<String, JsonNode> all = new TreeMap<>();
        Contract.document()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> all.put(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                operation.getValue())));
        return all;
    }
}
