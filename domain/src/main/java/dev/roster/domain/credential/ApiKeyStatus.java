package dev.roster.domain.credential;

import dev.roster.domain.RefusedException;
import dev.roster.domain.UserText;
import java.util.Locale;

/** Whether an API key still opens anything. */
public enum ApiKeyStatus {
    ACTIVE,
    /** Past its end. */
    EXPIRED,
    /** Ended by somebody, or with its user. */
    REVOKED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws RefusedException INVALID naming {@code status} */
    public static ApiKeyStatus parse(String word) {
        for (ApiKeyStatus status : values()) {
            if (status.word().equals(word)) {
                return status;
            }
        }
        throw RefusedException.invalid(
                "status", "invalid status " + UserText.quote(word) + ", expected active, expired or revoked");
    }
}
