package dev.roster.application.port;

import dev.roster.domain.RefusedException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands for all that a store had at some moment. A later one stands for that too.
 *
 * @param position where the store's log ended then, counted without a sign
 */
public record FreshnessMark(long position) {
    private static final int HALF = 32;
    private static final Pattern TEXT = Pattern.compile("([0-9A-F]{1,8})/([0-9A-F]{1,8})");

    /**
     * Reads {@code 16/B374D848}.
     *
     * @param field what the refusal names
     * @throws RefusedException INVALID for anything else
     */
    public static FreshnessMark parse(String field, String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw RefusedException.invalid(
                    field, "invalid `" + field + "`, expected what an answer had in `Roster-Freshness`");
        }
        return new FreshnessMark(half(matcher.group(1)) << HALF | half(matcher.group(2)));
    }

    private static long half(String text) {
        return Long.parseLong(text, 16);
    }

    /** The one of both that stands for more. */
    public FreshnessMark orLater(FreshnessMark other) {
        return Long.compareUnsigned(position, other.position) >= 0 ? this : other;
    }

    /** As PostgreSQL writes positions in its log. */
    @Override
    public String toString() {
        return Long.toHexString(position >>> HALF).toUpperCase(Locale.ROOT)
                + "/"
                + Long.toHexString(position & 0xFFFF_FFFFL).toUpperCase(Locale.ROOT);
    }
}
