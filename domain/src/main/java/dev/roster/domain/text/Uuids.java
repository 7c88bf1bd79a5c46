package dev.roster.domain.text;

import dev.roster.domain.RefusedException;
import dev.roster.domain.UserText;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Reads UUIDs strictly. {@link UUID#fromString} takes {@code 1-1-1-1-1} and refuses 32 hex digits; here it is 36
 * characters with hyphens or 32 without, in any case.
 */
public final class Uuids {
    private static final Pattern SHAPE = Pattern.compile(
            "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}|[0-9a-fA-F]{32}");

    private Uuids() {}

    public static boolean isUuid(String text) {
        return SHAPE.matcher(text).matches();
    }

    /**
     * Reads either spelling.
     *
     * @throws RefusedException INVALID, naming {@code field}
     */
    public static UUID parse(String field, String text) {
        if (!isUuid(text)) {
            throw RefusedException.invalid(
                    field, "invalid " + field + " " + UserText.quote(text) + ", expected a UUID");
        }
        String digits = text.replace("-", "");
        return new UUID(
                Long.parseUnsignedLong(digits.substring(0, 16), 16), Long.parseUnsignedLong(digits.substring(16), 16));
    }
}
