package dev.roster.application.port;

import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The user tokens: the digest each is found by and, where it may be shown again, its sealed form. */
public interface UserTokens {
    /**
     * Sets or replaces the user's token.
     *
     * @param sealed from {@link TokenVault}, or null to keep the digest alone
     * @throws dev.roster.domain.RefusedException CONFLICT naming {@code user_token}, when it is another user's
     */
    void set(UserId user, SecretDigest digest, @Nullable String sealed, Instant at);

    /** Empty when there is no token, or it was kept as a digest alone. */
    Optional<String> sealedOf(UserId user);

    /** Whether the user has a token, shown again or not. */
    boolean has(UserId user);

    void remove(UserId user);
}
