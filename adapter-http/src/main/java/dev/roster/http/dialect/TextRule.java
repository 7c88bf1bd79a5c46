package dev.roster.http.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roster.http.web.Fault;
import java.util.List;
import java.util.Optional;

/**
 * The allowed length of a text.
 *
 * @param trimmed whether outer white space does not count and is dropped
 */
public record TextRule(int least, int most, boolean trimmed) {
    public static final TextRule FILLED = new TextRule(1, Integer.MAX_VALUE, false);
    public static final TextRule TRIMMED = new TextRule(1, Integer.MAX_VALUE, true);
    static final TextRule ANY = new TextRule(0, Integer.MAX_VALUE, false);

    String prepare(String text) {
        return trimmed ? text.strip() : text;
    }

    /** What is wrong with the value, if anything. */
    Optional<Fault> check(JsonNode value, Object... path) {
        if (!value.isTextual()) {
            return Optional.of(Fault.of(Fault.Kind.NOT_A_TEXT, path));
        }
        String text = prepare(value.textValue());
        int length = text.codePointCount(0, text.length());
        if (length < least) {
            return Optional.of(new Fault(Fault.Kind.TOO_SHORT, List.of(path), Integer.toString(least)));
        }
        return length > most
                ? Optional.of(new Fault(Fault.Kind.TOO_LONG, List.of(path), Integer.toString(most)))
                : Optional.empty();
    }
}
