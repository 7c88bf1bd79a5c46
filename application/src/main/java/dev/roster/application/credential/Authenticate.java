package dev.roster.application.credential;

import dev.roster.application.Now;
import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.port.Bearers;
import dev.roster.domain.RefusedException;
import dev.roster.domain.credential.ApiKey;
import dev.roster.domain.credential.ApiKeyId;
import dev.roster.domain.credential.Guess;
import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.credential.Session;
import dev.roster.domain.credential.SessionId;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.util.Objects;

/**
 * Turns a bearer secret into a {@link Caller}: one look-up for every kind of secret, and nothing written for a good one.
 */
public final class Authenticate {
    private final Bearers bearers;
    private final Throttle throttle;
    private final Activity activity;
    private final Limits limits;
    private final Now now;

    @Inject
    Authenticate(Bearers bearers, Throttle throttle, Activity activity, Limits limits, Now now) {
        this.bearers = bearers;
        this.throttle = throttle;
        this.activity = activity;
        this.limits = limits;
        this.now = now;
    }

    /**
     * @throws RefusedException UNAUTHENTICATED for a secret that is unknown, dead, of a user who is not active or a guest whose stay is over, or of a
     *     service account or a key whose maker is not; it does not say which; THROTTLED for those after too many of them
     *     from one address
     */
    public Caller handle(SecretText secret, Origin origin) {
        Bearers.Bearer bearer =
                bearers.find(secret.digest()).filter(this::opens).orElseThrow(() -> wrong(origin));
        activity.seen(bearer.user().id(), now.get());
        return callerOf(bearer, secret.digest(), origin);
    }

    /** Nothing outlives what it rests on: its own end, its user, and those who made the account or the key. */
    private boolean opens(Bearers.Bearer bearer) {
        Session session = bearer.session();
        ApiKey key = bearer.key();
        return bearer.isActiveAt(now.get())
                && (session == null || activity.upToDate(session).isAlive(now.get(), limits.sessionIdle()))
                && (key == null || key.isUsable(now.get()));
    }

    private Caller callerOf(Bearers.Bearer bearer, SecretDigest secret, Origin origin) {
        User user = bearer.user();
        if (bearer.session() != null) {
            return resume(user, bearer.session(), origin);
        }
        ApiKey key = bearer.key();
        return key == null ? Caller.withToken(user, origin, secret) : use(user, key, origin);
    }

    /** Only what is wrong is counted, so that a caller with a good secret is known after one query. */
    private RefusedException wrong(Origin origin) {
        throttle.admit(Guess.TOKEN, origin).failed();
        return unknown();
    }

    /**
     * For an interface whose own credential names a session of {@link LogIn} and is signed by this installation.
     *
     * @throws RefusedException UNAUTHENTICATED if the session has ended or belongs to another user, or if the user is not
     *     active; it does not say which
     */
    public Caller inSession(UserId id, SessionId named, Origin origin) {
        Bearers.Bearer bearer = bearers.find(named)
                .filter(found -> found.user().id().equals(id))
                .filter(this::opens)
                .orElseThrow(Authenticate::unknown);
        activity.seen(id, now.get());
        return resume(bearer.user(), Objects.requireNonNull(bearer.session()), origin);
    }

    /**
     * For a door whose own credential names an API key and is signed by this installation: it ends with the key, on the next
     * request.
     *
     * @param number of the user
     * @throws RefusedException UNAUTHENTICATED if the key has ended or belongs to another user, or if its user or its creator
     *     is not active; it does not say which
     */
    public Caller withKey(long number, ApiKeyId named, Origin origin) {
        Bearers.Bearer bearer = bearers.find(named)
                .filter(found -> found.user().number() == number)
                .filter(this::opens)
                .orElseThrow(Authenticate::unknown);
        activity.seen(bearer.user().id(), now.get());
        return use(bearer.user(), Objects.requireNonNull(bearer.key()), origin);
    }

    private Caller use(User user, ApiKey key, Origin origin) {
        activity.used(key, now.get());
        return Caller.withKey(user, origin, key);
    }

    private Caller resume(User user, Session session, Origin origin) {
        activity.used(session, now.get());
        return Caller.inSession(user, origin, session);
    }

    private static RefusedException unknown() {
        return RefusedException.unauthenticated("unknown or expired credential");
    }
}
