package dev.roster.domain.text;

import dev.roster.domain.RefusedException;

/** The check that all names share: trimmed, not empty, within a length, nothing that a screen would hide or obey. */
public final class SingleLine {
    private SingleLine() {}

    /**
     * Returns {@code text} without outer white space.
     *
     * @param most the longest allowed, in Unicode characters (code points), not {@code char}s
     * @throws RefusedException INVALID, naming {@code field}
     */
    public static String check(String field, String text, int most) {
        String trimmed = text.strip();
        int length = trimmed.codePointCount(0, trimmed.length());
        if (length == 0) {
            throw RefusedException.invalid(field, field + " must not be empty");
        }
        if (length > most) {
            throw RefusedException.invalid(field, field + " has " + length + " characters, the most is " + most);
        }
        trimmed.codePoints().filter(SingleLine::isHidden).findFirst().ifPresent(bad -> {
            throw RefusedException.invalid(
                    field, String.format("%s holds the control or invisible character U+%04X", field, bad));
        });
        return trimmed;
    }

    private static boolean isHidden(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
