package dev.roster.domain.text;

import dev.roster.domain.RefusedException;

/** The check that descriptions share: any characters and lines, within a length, possibly none. */
public final class FreeText {
    private FreeText() {}

    /**
     * Returns {@code text} unchanged.
     *
     * @param most the longest allowed, in Unicode characters (code points)
     * @throws RefusedException INVALID, naming {@code field}
     */
    public static String check(String field, String text, int most) {
        int length = text.codePointCount(0, text.length());
        if (length > most) {
            throw RefusedException.invalid(
                    field,
                    field + " has " + WholeNumbers.grouped(length) + " characters, the maximum is "
                            + WholeNumbers.grouped(most));
        }
        if (text.indexOf('\0') >= 0) {
            throw RefusedException.invalid(field, field + " contains the control character U+0000");
        }
        return text;
    }
}
