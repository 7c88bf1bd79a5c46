package dev.roster.domain.text;

import dev.roster.domain.RefusedException;
import dev.roster.domain.UserText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;

/**
 * Reads points in time strictly as defined by RFC 3339: a date, a time with seconds and an offset, in ASCII digits. In UTC
 * they are in the years 0001 to 9999, which RFC 3339 can express. A leap second is refused.
 */
public final class Moments {
    public static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    public static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private static final Pattern SHAPE =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?"
                    + "([Zz]|[+-][0-9]{2}:[0-9]{2})");

    private Moments() {}

    /** @throws RefusedException INVALID naming {@code field} */
    public static Instant parse(String field, String text) {
        try {
            if (SHAPE.matcher(text).matches()) {
                Instant at = OffsetDateTime.parse(text).toInstant();
                if (isWithin(at)) {
                    return at;
                }
            }
        } catch (DateTimeException impossible) {
            throw refusal(field, text);
        }
        throw refusal(field, text);
    }

    /** Whether a point in time can be written. */
    public static boolean isWithin(Instant at) {
        return !at.isBefore(FIRST) && !at.isAfter(LAST);
    }

    private static RefusedException refusal(String field, String text) {
        return RefusedException.invalid(
                field,
                "invalid time " + UserText.quote(text)
                        + ", expected RFC 3339 as in `2026-03-01T08:30:00Z`, from year 0001 to 9999");
    }
}
