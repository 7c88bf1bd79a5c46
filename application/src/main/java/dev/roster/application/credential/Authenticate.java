package dev.roster.application.credential;

import dev.roster.application.Now;
import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.port.Bearers;
import dev.roster.application.port.Limits;
import dev.roster.application.port.Sessions;
import dev.roster.application.port.Users;
import dev.roster.domain.RefusedException;
import dev.roster.domain.credential.ApiKey;
import dev.roster.domain.credential.Guess;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.credential.Session;
import dev.roster.domain.credential.SessionId;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;

/**
 * Turns a bearer secret into a {@link Caller}: one look-up for every kind of secret, and nothing written for a good one.
 */
public final class Authenticate {
    private final Bearers bearers;
    private final Users users;
    private final Sessions sessions;
    private final Throttle throttle;
    private final Activity activity;
    private final Limits limits;
    private final Now now;

    @Inject
    Authenticate(
            Bearers bearers,
            Users users,
            Sessions sessions,
            Throttle throttle,
            Activity activity,
            Limits limits,
            Now now) {
        this.bearers = bearers;
        this.users = users;
        this.sessions = sessions;
        this.throttle = throttle;
        this.activity = activity;
        this.limits = limits;
        this.now = now;
    }

    /**
     * @throws RefusedException UNAUTHENTICATED for a secret that is unknown, dead, or of a user who is not active; it
     *     does not say which; THROTTLED for those after too many of them from one address
     */
    public Caller handle(SecretText secret, Origin origin) {
        Bearers.Bearer bearer = bearers.find(secret.digest())
                .filter(found -> found.user().isActive())
                .filter(found -> found.session() == null || isAlive(found.session()))
                .filter(found -> found.key() == null || found.key().isUsable(now.get()))
                .orElseThrow(() -> wrong(origin));
        activity.seen(bearer.user().id(), now.get());
        return callerOf(bearer, origin);
    }

    private Caller callerOf(Bearers.Bearer bearer, Origin origin) {
        User user = bearer.user();
        if (bearer.session() != null) {
            return resume(user, bearer.session(), origin);
        }
        ApiKey key = bearer.key();
        if (key == null) {
            return Caller.withToken(user, origin);
        }
        activity.used(key, now.get());
        return Caller.withKey(user, origin, key);
    }

    /** Only what is wrong is counted, so that a caller with a good secret is known after one query. */
    private RefusedException wrong(Origin origin) {
        throttle.admit(Guess.TOKEN, origin).failed();
        return unknown();
    }

    /**
     * For a door whose own credential names a session of {@link LogIn} and is signed by this installation.
     *
     * @throws RefusedException UNAUTHENTICATED for a session that is dead, not that user's, or of a user who is not
     *     active; it does not say which
     */
    public Caller inSession(UserId id, SessionId named, Origin origin) {
        Session session = sessions.find(named)
                .filter(found -> found.user().equals(id))
                .filter(this::isAlive)
                .orElseThrow(Authenticate::unknown);
        User user = users.find(id).filter(User::isActive).orElseThrow(Authenticate::unknown);
        activity.seen(id, now.get());
        return resume(user, session, origin);
    }

    private boolean isAlive(Session session) {
        return activity.upToDate(session).isAlive(now.get(), limits.sessionIdle());
    }

    private Caller resume(User user, Session session, Origin origin) {
        activity.used(session, now.get());
        return Caller.inSession(user, origin, session);
    }

    private static RefusedException unknown() {
        return RefusedException.unauthenticated("unknown or expired credential");
    }
}
