package dev.roster.domain.user;

import dev.roster.domain.text.SingleLine;
import java.text.Normalizer;

/**
 * Pronouns, as in {@code they/them}: 1 to 50 characters after trimming, in Normalization Form C, in any language. Roster
 * shows them as given and never interprets them.
 */
public record Pronouns(String value) {
    public static final int MOST = 50;

    public Pronouns {
        value = SingleLine.check("pronouns", Normalizer.normalize(value, Normalizer.Form.NFC), MOST);
    }

    @Override
    public String toString() {
        return value;
    }
}
