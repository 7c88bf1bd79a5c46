package dev.roster.domain.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * What two names are compared by: NFKC without joiners, then case folding, whatever the locale of the machine. Two names
 * with the same key are the same name to Roster; the spelling that was given is kept beside it.
 */
public record NameKey(String value) {
    public static NameKey of(String name) {
        StringBuilder bare = new StringBuilder(name.length());
        name.codePoints()
                .filter(character -> !isJoiner(character) && !isEmojiSelector(character))
                .forEach(bare::appendCodePoint);
        String upper = Normalizer.normalize(bare, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(upper.length());
        // One character at a time: String.toLowerCase would write a final sigma differently from an inner one.
        upper.codePoints().map(Character::toLowerCase).forEach(folded::appendCodePoint);
        return new NameKey(Normalizer.normalize(folded, Normalizer.Form.NFKC));
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
