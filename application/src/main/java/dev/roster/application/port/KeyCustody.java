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
     * Takes or generates a key, and stores it durably beside the current one.
     *
     * @param given null to generate one
     * @throws dev.roster.domain.RefusedException INVALID naming {@code secret_key} if it is not valid, is the current one, or
     *     is required and missing
     */
    NextKey prepare(@Nullable SecretText given);

    /** Replaces the present key with the new one, once the store belongs to it. */
    void settle(NextKey next);

    /** Forgets the key, which nothing came to depend on. */
    void discard(NextKey next);
}
