package dev.roster.application.credential;

import dev.roster.application.port.ApiKeys;
import dev.roster.application.port.Sessions;
import dev.roster.application.port.Users;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.credential.ApiKey;
import dev.roster.domain.credential.ApiKeyId;
import dev.roster.domain.credential.Session;
import dev.roster.domain.credential.SessionId;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/**
 * When each user was last seen, and when each session and key was last used. Requests only record it in memory, so that a
 * store that cannot be written does not block requests that only read. The service writes the records every few seconds,
 * each at most once a minute. A node that crashes loses what it had not written.
 */
@Singleton
public final class Activity {
    private static final Duration AT_MOST_EVERY = Duration.ofMinutes(1);

    /** Of the idle limit of a session, where that is shorter than four minutes. */
    private static final int PART_OF_THE_IDLE_LIMIT = 4;

    /**
     * What is not in the store.
     *
     * @param waiting notes to be written
     * @param leftOut times that were not even noted, for want of room, since this started
     */
    public record Backlog(long waiting, long leftOut) {}

    private final UnitOfWork work;
    private final Users users;
    private final Sessions sessions;
    private final ApiKeys keys;
    private final Uses<UserId> ofUsers = new Uses<>(AT_MOST_EVERY);
    private final Uses<SessionId> ofSessions;
    private final Uses<ApiKeyId> ofKeys = new Uses<>(AT_MOST_EVERY);

    @Inject
    Activity(UnitOfWork work, Users users, Sessions sessions, ApiKeys keys, Limits limits) {
        this.work = work;
        this.users = users;
        this.sessions = sessions;
        this.keys = keys;
        this.ofSessions = new Uses<>(betweenStampsOf(limits.sessionIdle()));
    }

    /** Another node goes by what is stored, so that must not lag behind by much of the limit. */
    private static Duration betweenStampsOf(Duration idleLimit) {
        Duration part = idleLimit.dividedBy(PART_OF_THE_IDLE_LIMIT);
        return part.compareTo(AT_MOST_EVERY) < 0 ? part : AT_MOST_EVERY;
    }

    /** An earlier time than the last one changes nothing, as with the others. */
    public void seen(UserId user, Instant at) {
        ofUsers.note(user, at, null);
    }

    public void used(Session session, Instant at) {
        ofSessions.note(session.id(), at, session.lastUsedAt());
    }

    public void used(ApiKey key, Instant at) {
        ofKeys.note(key.id(), at, key.lastUsedAt());
    }

    /** The session with its last use as far as this node knows, which may be later than what is stored. */
    public Session upToDate(Session session) {
        Instant last = ofSessions.last(session.id());
        return last == null ? session : session.usedAt(last);
    }

    /** The key with its last use as far as this node knows, which may be later than what is stored. */
    public ApiKey upToDate(ApiKey key) {
        Instant last = ofKeys.last(key.id());
        Instant stored = key.lastUsedAt();
        return last == null || (stored != null && stored.isAfter(last)) ? key : key.lastUsedAt(last);
    }

    /** Writes what is due, some of it in each transaction, and forgets what was not used for a while. What fails stays due. */
    public void flush() {
        Instant at = work.now();
        ofUsers.write(at, seen -> work.inTransaction(() -> users.stampActivity(seen)));
        ofSessions.write(at, used -> work.inTransaction(() -> sessions.stampUse(used)));
        ofKeys.write(at, used -> work.inTransaction(() -> keys.stampUse(used)));
    }

    public Backlog backlog() {
        return new Backlog(
                ofUsers.waiting() + ofSessions.waiting() + ofKeys.waiting(),
                ofUsers.leftOut() + ofSessions.leftOut() + ofKeys.leftOut());
    }
}
