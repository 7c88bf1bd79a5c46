package dev.roster.persistence.sql;

import dev.roster.domain.RefusedException;
import org.jspecify.annotations.Nullable;

/** Whether the store still belongs to the secret key that this process works with. */
final class KeyCheck {
    private final String fingerprint;

    KeyCheck(String fingerprint) {
        this.fingerprint = fingerprint;
    }

    /** Of the key of this process. */
    String fingerprint() {
        return fingerprint;
    }

    /** @param found what the store has, or null when it has none */
    void require(@Nullable String found) {
        if (!fingerprint.equals(found)) {
            throw RefusedException.busy(
                    "the secret key of the store was replaced while this process was running; restart it with the new key");
        }
    }
}
