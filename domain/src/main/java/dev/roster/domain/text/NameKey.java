package dev.roster.domain.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * What two names are compared by: NFKC without joiners, then case folding, whatever the locale of the machine. Two names
 * with the same key are the same name to Roster; the spelling that was given is kept beside it.
 */
public record NameKey(String value) {
    /** Longer than the key of any name that can be given. */
    private static final int LONGEST = 2_048;

    /** The key of any text; one that is longer than names can be is its own, and nothing has it. */
    public static NameKey of(String name) {
        if (name.length() > LONGEST) {
            // Bringing it into the form would take time that grows with the square of its length.
            return new NameKey(name);
        }
        StringBuilder bare = new StringBuilder(name.length());
        name.codePoints()
                .filter(character -> !isJoiner(character) && !isEmojiSelector(character))
                .forEach(bare::appendCodePoint);
        // Lower case first: the capital sharp s has no upper case, and so would miss becoming "ss".
        String lower = lowerCase(Normalizer.normalize(bare, Normalizer.Form.NFKC));
        return new NameKey(Normalizer.normalize(lowerCase(lower.toUpperCase(Locale.ROOT)), Normalizer.Form.NFKC));
    }

    /** One character at a time: String.toLowerCase would write a final sigma differently from an inner one. */
    private static String lowerCase(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        text.codePoints().map(Character::toLowerCase).forEach(lower::appendCodePoint);
        return lower.toString();
    }

    /** Zero-width characters that spelling needs in Persian, in the scripts of India and inside emoji. */
    static boolean isJoiner(int character) {
        return character == 0x200C || character == 0x200D;
    }

    /** What asks for the coloured or the plain form of the emoji before it. */
    static boolean isEmojiSelector(int character) {
        return character == 0xFE0E || character == 0xFE0F;
    }

    @Override
    public String toString() {
        return value;
    }
}
