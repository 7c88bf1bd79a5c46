package dev.roster.cli;

import dev.roster.domain.RefusedException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads points in time as people write them. */
final class Times {
    private static final Pattern AGO = Pattern.compile("([0-9]{1,6})([mhd])");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private Times() {}

    /**
     * A date and time with its offset, a date in UTC, or how long before {@code now}.
     *
     * @throws RefusedException INVALID naming {@code time}
     */
    static Instant parse(String text, Instant now) {
        Matcher ago = AGO.matcher(text);
        try {
            if (ago.matches()) {
                return now.minus(length(Long.parseLong(ago.group(1)), ago.group(2)));
            }
            return DATE.matcher(text).matches()
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException malformed) {
            throw RefusedException.invalid(
                    "time",
                    "invalid time `" + text + "`, expected as in 2026-03-02T09:00:00Z, 2026-03-02, 90m, 12h or 7d");
        }
    }

    private static Duration length(long count, String unit) {
        return switch (unit) {
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }
}
