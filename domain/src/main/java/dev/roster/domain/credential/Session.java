package dev.roster.domain.credential;

import dev.roster.domain.user.UserId;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session of a user. It ends at {@link #endsAt()} at the latest, and earlier if it is unused for longer than the idle
 * limit.
 *
 * @param digest of the key that opens it
 * @param agent what the client called itself, cut to 200 characters, or null
 * @param address the network address it was opened from, or null
 * @param lastUsedAt as stored, which may be up to about a minute ago; it never moves backwards
 */
@RecordBuilder
public record Session(
        SessionId id,
        UserId user,
        SecretDigest digest,
        @Nullable String agent,
        @Nullable String address,
        Instant openedAt,
        Instant lastUsedAt,
        Instant endsAt) {

    /** How far the clocks of nodes may be apart. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    /** Dead too while it seems to be opened in the future, by a clock that was set back since: it would live too long. */
    public boolean isAlive(Instant now, Duration idleLimit) {
        return now.isBefore(endsAt) && now.isBefore(lastUsedAt.plus(idleLimit)) && !openedAt.isAfter(now.plus(SKEW));
    }

    /** The session with that as its last use, unless it was used later. */
    public Session usedAt(Instant at) {
        return at.isAfter(lastUsedAt) ? new Session(id, user, digest, agent, address, openedAt, at, endsAt) : this;
    }
}
