package dev.roster.application.credential;

import dev.roster.domain.credential.ApiKeyId;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.user.User;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How the secret of a key is written. Doors bring one of their own for {@linkplain dev.roster.domain.credential.ApiKeyForm#SIGNED signed} keys. */
@FunctionalInterface
public interface KeyWriter {
    /**
     * What is settled of a key before its secret is written.
     *
     * @param user whose key
     * @param createdAt cut to microseconds
     * @param expiresAt cut to microseconds; null for a key that does not end by itself
     */
    record Draft(
            ApiKeyId id,
            User user,
            Instant createdAt,
            @Nullable Instant expiresAt) {}

    /**
     * Called in the transaction that creates the key. Its digest is stored, and a hint of the part before the signature.
     *
     * @return a unique text that only this installation can issue: at least ten characters, a full stop, the signature
     */
    SecretText write(Draft draft);
}
