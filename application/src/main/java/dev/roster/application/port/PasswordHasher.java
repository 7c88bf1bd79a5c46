package dev.roster.application.port;

import dev.roster.domain.credential.Password;
import java.util.Optional;

/**
 * Turns passwords into hashes that can be stored. Slow on purpose; a bounded number of calls run at once.
 *
 * <p>Call it outside a transaction.
 */
public interface PasswordHasher {
    /** @throws dev.roster.domain.RefusedException BUSY, when too many calls are waiting */
    String hash(Password password);

    /** @throws dev.roster.domain.RefusedException BUSY, when too many calls are waiting */
    boolean matches(Password password, String hash);

    /** Takes as long as {@link #matches} does, for accounts that do not exist. */
    void matchNothing(Password password);

    /** Whether the hash was made in another way, or with weaker parameters, than hashes are made today. */
    boolean isOutdated(String hash);

    /**
     * Why a hash from another platform cannot be kept, in words without the hash: {@link #matches} does not understand it,
     * or a login with it would take much more memory or time than one with a hash made here. Empty for one that can.
     */
    Optional<String> objectionTo(String hash);
}
