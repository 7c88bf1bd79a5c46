package dev.roster.domain.credential;

import dev.roster.domain.RefusedException;
import dev.roster.domain.text.Worded;

/** Whether an API key still works. */
public enum ApiKeyStatus implements Worded {
    ACTIVE,
    /** Past its end. */
    EXPIRED,
    /** Revoked by a user, or because its user was deleted. */
    REVOKED;

    /** @throws RefusedException INVALID naming {@code status} */
    public static ApiKeyStatus parse(String word) {
        return Worded.parse(ApiKeyStatus.class, "status", word);
    }
}
