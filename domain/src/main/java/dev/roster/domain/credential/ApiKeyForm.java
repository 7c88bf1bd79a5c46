package dev.roster.domain.credential;

import dev.roster.domain.RefusedException;
import dev.roster.domain.UserText;
import java.util.Locale;

/** How the secret of an API key is written. What the key opens, and how it ends, is the same for each. */
public enum ApiKeyForm {
    /** Random text behind {@code rak_}. */
    RANDOM,
    /** A text that says something and is signed, as a door's clients expect it: a personal access token. */
    SIGNED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws RefusedException INVALID naming {@code form} */
    public static ApiKeyForm parse(String word) {
        for (ApiKeyForm form : values()) {
            if (form.word().equals(word)) {
                return form;
            }
        }
        throw RefusedException.invalid("form", "invalid form " + UserText.quote(word) + ", expected random or signed");
    }
}
