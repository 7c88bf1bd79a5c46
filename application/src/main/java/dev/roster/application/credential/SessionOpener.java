package dev.roster.application.credential;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.port.SecretSource;
import dev.roster.application.port.Sessions;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.access.Target;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.credential.Session;
import dev.roster.domain.credential.SessionId;
import dev.roster.domain.user.User;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/** Opens sessions for users who have just proved who they are. */
public final class SessionOpener {
    private static final String PREFIX = "rss_";

    /** Longer than a node takes to write down that a session was used, so that none goes that is in use elsewhere. */
    private static final Duration UNTIL_USE_IS_WRITTEN = Duration.ofMinutes(10);

    /** How many sessions a user may have, so that a script that logs in with each run fills no store. */
    static final int MOST = 100;

    private final Sessions sessions;
    private final SecretSource secrets;
    private final Limits limits;
    private final UnitOfWork work;

    @Inject
    SessionOpener(Sessions sessions, SecretSource secrets, Limits limits, UnitOfWork work) {
        this.sessions = sessions;
        this.secrets = secrets;
        this.limits = limits;
        this.work = work;
    }

    /** To be called in the transaction that made sure the user is active. Beyond the maximum, the session unused for longest ends. */
    public LogIn.Opened open(User user, Origin origin) {
        Instant at = work.now();
        SecretText key = secrets.next(PREFIX);
        Session session = new Session(
                new SessionId(work.nextId()),
                user.id(),
                key.digest(),
                origin.agent(),
                origin.address(),
                at,
                at,
                at.plus(limits.sessionLongest()));
        sessions.removeDead(at, at.minus(limits.sessionIdle()).minus(UNTIL_USE_IS_WRITTEN));
        sessions.add(session);
        int ended = sessions.removeBeyond(user.id(), MOST, session.id());
        work.journal()
                .write(
                        Caller.user(user, origin),
                        "session.open",
                        Target.of(user),
                        Changes.none().set("ended_sessions", ended == 0 ? null : ended));
        return new LogIn.Opened(user, session, key);
    }
}
