package dev.roster.http.argilla;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * How long a text must be.
 *
 * @param trimmed whether outer white space does not count and is dropped
 */
record TextRule(int least, int most, boolean trimmed) {
    static final TextRule ANY = new TextRule(0, Integer.MAX_VALUE, false);
    static final TextRule FILLED = new TextRule(1, Integer.MAX_VALUE, false);
    static final TextRule TRIMMED = new TextRule(1, Integer.MAX_VALUE, true);
    static final TextRule PASSWORD = new TextRule(8, 100, false);

    String prepare(String text) {
        return trimmed ? text.strip() : text;
    }

    /** What is wrong with the value, if anything. */
    Optional<SchemaError> check(JsonNode value, Object... loc) {
        if (!value.isTextual()) {
            return Optional.of(new SchemaError("string_type", List.of(loc), "Input should be a valid string"));
        }
        String text = prepare(value.textValue());
        int length = text.codePointCount(0, text.length());
        if (length < least) {
            return Optional.of(wrongLength("string_too_short", "at least", least, loc));
        }
        return length > most ? Optional.of(wrongLength("string_too_long", "at most", most, loc)) : Optional.empty();
    }

    private static SchemaError wrongLength(String type, String which, int limit, Object... loc) {
        String characters = limit == 1 ? " character" : " characters";
        return new SchemaError(type, List.of(loc), "String should have " + which + " " + limit + characters);
    }
}
