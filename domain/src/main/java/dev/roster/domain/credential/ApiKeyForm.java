package dev.roster.domain.credential;

import dev.roster.domain.RefusedException;
import dev.roster.domain.text.Worded;

/** How the secret of an API key is written. What the key opens, and how it ends, is the same for each. */
public enum ApiKeyForm implements Worded {
    /** Random text behind {@code rak_}. */
    RANDOM,
    /** A text that says something and is signed, as a door's clients expect it: a personal access token. */
    SIGNED;

    /** @throws RefusedException INVALID naming {@code form} */
    public static ApiKeyForm parse(String word) {
        return Worded.parse(ApiKeyForm.class, "form", word);
    }
}
