package dev.roster.application.port;

import dev.roster.domain.credential.NetworkBlock;
import dev.roster.domain.user.UserId;
import java.time.Instant;

/** The addresses that users have logged in from. Kept as digests. */
public interface KnownAddresses {
    /** Whether the user has logged in from there after that time. */
    boolean has(UserId user, NetworkBlock address, Instant since);

    /** Notes a login; one that is older than what is known changes nothing. */
    void add(UserId user, NetworkBlock address, Instant at);

    /** Forgets where a user logged in. */
    void removeAllOf(UserId user);

    /** Removes those last used at that time or before. Returns how many. */
    int removeOld(Instant until);
}
