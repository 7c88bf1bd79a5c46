package dev.roster.http.argilla;

import java.util.Map;

/** The coded errors of the 1.x API. */
final class LegacyRefusals {
    static final String USER = "User";
    static final String WORKSPACE = "Workspace";

    private LegacyRefusals() {}

    static Refusal exists(String type, Object name) {
        return Refusal.coded(409, "EntityAlreadyExistsError", params(type, name));
    }

    static Refusal notFound(String type, Object name) {
        return Refusal.coded(404, "EntityNotFoundError", params(type, name));
    }

    private static Map<String, Object> params(String type, Object name) {
        return Map.of("name", name.toString(), "type", type);
    }
}
