package dev.roster.application.port;

import dev.roster.domain.audit.Signing;
import dev.roster.domain.credential.SecretText;
import org.jspecify.annotations.Nullable;

/**
 * Where an installation keeps its secret key, for replacing it. A next key is written down before anything depends on it,
 * and takes the place of the present one after everything does; which of the two is right in between, the store says.
 */
public interface KeyCustody {
    /** A key that does not count yet, and what it does. {@code toString} hides it. */
    interface NextKey {
        /** As {@link SecretKeys#fingerprint}. */
        String fingerprint();

        Signing signing();

        Sealer sealer();

        /** Seals every token, also where the installation shows new ones only once. */
        TokenVault vault();
    }

    /**
     * Takes a key, or makes one, and keeps it beside the present one, durably.
     *
     * @param given null to make one
     * @throws dev.roster.domain.RefusedException INVALID naming {@code secret_key}, when it is no good, is the present one, or
     *     must be given and is not
     */
    NextKey prepare(@Nullable SecretText given);

    /** Puts the key in the place of the present one, once the store belongs to it. */
    void settle(NextKey next);

    /** Forgets the key, which nothing came to depend on. */
    void discard(NextKey next);
}
