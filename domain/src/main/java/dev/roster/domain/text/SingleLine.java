package dev.roster.domain.text;

import dev.roster.domain.RefusedException;
import dev.roster.domain.UserText;

/** The check that all names share: trimmed, not empty, within a length, nothing that a screen would hide or obey. */
public final class SingleLine {
    private static final int NOTHING = ' ';

    private SingleLine() {}

    /**
     * Returns {@code text} without outer white space. Joiners are kept where a script or an emoji needs them, between
     * two characters that show; {@link NameKey} does not see them.
     *
     * @param most the longest allowed, in Unicode characters (code points), not {@code char}s
     * @throws RefusedException INVALID, naming {@code field}
     */
    public static String check(String field, String text, int most) {
        String trimmed = trim(text);
        int length = trimmed.codePointCount(0, trimmed.length());
        if (length == 0) {
            throw RefusedException.invalid(field, field + " must not be empty");
        }
        if (length > most) {
            throw RefusedException.invalid(field, field + " has " + length + " characters, the maximum is " + most);
        }
        // Every name that comes from a store passes here again, and most are of letters that hide nothing.
        if (!isPlain(trimmed)) {
            checkVisible(field, trimmed.codePoints().toArray());
            checkKey(field, trimmed, most);
        }
        return trimmed;
    }

    private static boolean isPlain(String text) {
        for (int place = 0; place < text.length(); place++) {
            if (text.charAt(place) < ' ' || text.charAt(place) > '~') {
                return false;
            }
        }
        return true;
    }

    /** Single characters can stand for eighteen others: a key must still fit into an index. */
    private static void checkKey(String field, String text, int most) {
        if (NameKey.of(text).value().length() > 4 * most) {
            throw RefusedException.invalid(field, field + " is too long once its ligatures are written out");
        }
    }

    /** Like {@link String#strip}, which leaves the blanks that do not break a line. */
    private static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isBlank(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    private static void checkVisible(String field, int[] characters) {
        for (int place = 0; place < characters.length; place++) {
            if (UserText.isHidden(characters[place]) && !hasItsPlace(characters, place)) {
                throw RefusedException.invalid(
                        field,
                        String.format(
                                "%s contains the control or invisible character U+%04X", field, characters[place]));
            }
        }
    }

    private static boolean hasItsPlace(int[] characters, int place) {
        int before = place == 0 ? NOTHING : characters[place - 1];
        int after = place + 1 == characters.length ? NOTHING : characters[place + 1];
        if (NameKey.isEmojiSelector(characters[place])) {
            return shows(before);
        }
        return NameKey.isJoiner(characters[place])
                && (shows(before) || NameKey.isEmojiSelector(before))
                && shows(after);
    }

    private static boolean shows(int character) {
        return !isBlank(character) && !UserText.isHidden(character);
    }
}
