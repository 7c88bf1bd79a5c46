package dev.roster.http.web;

import dev.roster.domain.RefusedException;
import dev.roster.domain.text.Uuids;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Function;

/** Turns the text of one input into a value, with errors that name that input as the caller knows it. */
public final class Fields {
    private static final int LAST_YEAR = 9999;

    private Fields() {}

    /** @throws RefusedException INVALID naming {@code field}, whatever the value itself calls its field */
    public static <T> T read(String field, String text, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (RefusedException refusal) {
            if (refusal.kind() == RefusedException.Kind.INVALID) {
                throw RefusedException.invalid(field, refusal.reason());
            }
            throw refusal;
        }
    }

    /** Reads an RFC 3339 date and time of the years 1 to 9999. */
    public static Instant instant(String text) {
        try {
            OffsetDateTime at = OffsetDateTime.parse(text);
            if (at.getYear() >= 1 && at.getYear() <= LAST_YEAR) {
                return at.toInstant();
            }
        } catch (DateTimeException broken) {
            throw notATime(text);
        }
        throw notATime(text);
    }

    private static RefusedException notATime(String text) {
        return RefusedException.invalid(
                "time", "invalid time `" + Quoted.clip(text) + "`, expected RFC 3339 as in `2026-03-01T08:30:00Z`");
    }

    public static UUID uuid(String text) {
        return Uuids.parse("id", text);
    }

    /** Reads {@code true} or {@code false}. */
    public static boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw RefusedException.invalid(
                        "flag", "invalid value `" + Quoted.clip(text) + "`, expected true or false");
        };
    }

    /** Reads a whole number within the range of {@code int}. */
    public static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException broken) {
            throw RefusedException.invalid("number", "invalid number `" + Quoted.clip(text) + "`");
        }
    }
}
