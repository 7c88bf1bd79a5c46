package dev.roster.application.port;

import dev.roster.domain.credential.AttemptKey;
import dev.roster.domain.credential.Failures;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** The failed attempts, counted for all nodes together. */
public interface Attempts {
    /** The failures under each key that has any, however long ago they were. */
    Map<AttemptKey, Failures> find(Collection<AttemptKey> keys);

    /**
     * Counts one more failure, now the last, and returns how many there are with it, each number to one caller only. Where the
     * last one was at {@code since} or before, counting starts afresh. One that seems to lie in the future was counted by a
     * clock that was set back since, and is followed by this one all the same.
     */
    Failures add(AttemptKey key, Instant at, Instant since);

    /** Forgets the failures under a key. */
    void forget(AttemptKey key);

    /** Removes what was last counted at that time or before. Returns how many keys that were. */
    int removeOld(Instant until);
}
