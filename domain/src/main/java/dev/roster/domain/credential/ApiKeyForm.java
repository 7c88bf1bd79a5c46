package dev.roster.domain.credential;

import dev.roster.domain.RefusedException;
import dev.roster.domain.text.Worded;

/** How the secret of an API key is written. It does not change what the key opens, or how it ends. */
public enum ApiKeyForm implements Worded {
    /** Random text behind {@code rak_}. */
    RANDOM,
    /** A signed text with claims, as the clients of an interface expect it: a personal access token. */
    SIGNED;

    /** @throws RefusedException INVALID naming {@code form} */
    public static ApiKeyForm parse(String word) {
        return Worded.parse(ApiKeyForm.class, "form", word);
    }
}
