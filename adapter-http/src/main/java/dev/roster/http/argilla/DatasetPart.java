package dev.roster.http.argilla;

import java.util.Set;

/** The parts of a dataset that are kept as they were sent, because the SDKs read them again. */
enum DatasetPart {
    FIELD("Field", "argilla:field", Set.of("text", "image", "chat", "custom")),
    QUESTION(
            "Question",
            "argilla:question",
            Set.of("text", "label_selection", "multi_label_selection", "ranking", "rating", "span"));

    private final String entity;
    private final String kind;

    // Set.of is immutable; Error Prone knows that only of Guava's sets.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<String> types;

    DatasetPart(String entity, String kind, Set<String> types) {
        this.entity = entity;
        this.kind = kind;
        this.types = types;
    }

    String entity() {
        return entity;
    }

    /** Under which kind of annex it is kept. */
    String kind() {
        return kind;
    }

    /** What the SDKs take for its settings' {@code type}. A whole list fails on any other. */
    Set<String> types() {
        return types;
    }
}
