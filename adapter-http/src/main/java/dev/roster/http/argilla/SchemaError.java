package dev.roster.http.argilla;

import java.util.List;

/**
 * What is wrong with one input.
 *
 * @param loc where: {@code body}, {@code path} or {@code query} first
 */
record SchemaError(String type, List<Object> loc, String msg) {
    static SchemaError missing(Object... loc) {
        return new SchemaError("missing", List.of(loc), "Field required");
    }

    static SchemaError notAnObject() {
        return new SchemaError(
                "model_attributes_type",
                List.of("body"),
                "Input should be a valid dictionary or object to extract fields from");
    }

    static SchemaError brokenJson(long offset) {
        return new SchemaError("json_invalid", List.of("body", offset), "JSON decode error");
    }

    static SchemaError value(String reason, Object... loc) {
        return new SchemaError("value_error", List.of(loc), "Value error, " + reason);
    }
}
