package dev.roster.application.port;

import dev.roster.domain.credential.Session;
import dev.roster.domain.credential.SessionId;
import dev.roster.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The open sessions. */
public interface Sessions {
    void add(Session session);

    Optional<Session> find(SessionId id);

    /** Newest first. A user has few; there are no pages. Dead ones are among them until removed. */
    List<Session> of(UserId user);

    /** Moves times of last use forward, never back. Those of sessions that there are none of are left out. */
    void stampUse(Map<SessionId, Instant> used);

    /** Returns false when there was no such session. */
    boolean remove(SessionId id);

    /**
     * Returns how many there were.
     *
     * @param except a session that stays, or null
     */
    int removeAllOf(UserId user, @Nullable SessionId except);

    /**
     * Removes all of the user's but those that were used last. Returns how many.
     *
     * @param most how many stay
     * @param opened one of them, whatever the times are: clocks may differ
     */
    int removeBeyond(UserId user, int most, SessionId opened);

    /** Removes those past their end and those unused since {@code idleSince}. Returns how many. */
    int removeDead(Instant now, Instant idleSince);
}
