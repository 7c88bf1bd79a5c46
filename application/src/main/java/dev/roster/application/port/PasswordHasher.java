package dev.roster.application.port;

import dev.roster.domain.credential.Password;

/**
 * Turns passwords into something that can be kept. Slow on purpose; a bounded number of calls run at once.
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

    /** Whether the hash was made with weaker parameters than are used today. */
    boolean isOutdated(String hash);

    /**
     * Whether a hash that somebody else made can be kept: {@link #matches} understands it, and a login with it would not
     * take much more memory or time than one with a hash made here.
     */
    boolean isAcceptable(String hash);
}
