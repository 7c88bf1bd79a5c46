package dev.roster.domain.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * What two names are compared by: NFKC, then case folding, whatever the locale of the machine. Two names with the same
 * key are the same name to Roster; the spelling that was given is kept beside it.
 */
public record NameKey(String value) {
    public static NameKey of(String name) {
        String upper = Normalizer.normalize(name, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(upper.length());
        // One character at a time: String.toLowerCase would write a final sigma differently from an inner one.
        upper.codePoints().map(Character::toLowerCase).forEach(folded::appendCodePoint);
        return new NameKey(Normalizer.normalize(folded, Normalizer.Form.NFKC));
    }

    @Override
    public String toString() {
        return value;
    }
}
