package dev.roster.http.web;

import dev.roster.domain.RefusedException;
import dev.roster.domain.text.Moments;
import dev.roster.domain.text.Uuids;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;

/** Converts the text of one input to a value, with errors that name the input as the caller knows it. */
public final class Fields {
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

    /** Reads an RFC 3339 date and time, see {@link Moments}. */
    public static Instant instant(String text) {
        return Moments.parse("time", text);
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
}
