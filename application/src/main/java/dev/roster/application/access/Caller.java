package dev.roster.application.access;

import dev.roster.domain.credential.ApiKey;
import dev.roster.domain.credential.Credential;
import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.credential.Session;
import dev.roster.domain.credential.SessionId;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Who calls a use case: a user that {@code Authenticate} knew, the operator at the machine that owns the store, or
 * Roster itself. Created for each call from outside, and never kept.
 */
public final class Caller {
    private final @Nullable User user;
    private final String name;
    private final Origin origin;
    private final Credential credential;
    private final @Nullable SecretDigest secret;

    private Caller(
            @Nullable User user, String name, Origin origin, Credential credential, @Nullable SecretDigest secret) {
        this.user = user;
        this.name = name;
        this.origin = origin;
        this.credential = credential;
        this.secret = secret;
    }

    /** A user that has just proved who they are, in this very call, or whom an embedding platform vouches for. */
    public static Caller user(User user, Origin origin) {
        return new Caller(user, user.username().value(), origin, Credential.proof(), null);
    }

    /** A user that came with their user token. */
    public static Caller withToken(User user, Origin origin, SecretDigest token) {
        return new Caller(user, user.username().value(), origin, Credential.userToken(), token);
    }

    /** A user with one of their API keys. */
    public static Caller withKey(User user, Origin origin, ApiKey key) {
        return new Caller(user, user.username().value(), origin, Credential.of(key), key.digest());
    }

    /** A user with one of their sessions. */
    public static Caller inSession(User user, Origin origin, Session session) {
        return new Caller(user, user.username().value(), origin, Credential.of(session), session.digest());
    }

    /**
     * The person who runs commands on the machine of the store. Has the rights of an owner.
     *
     * @param account their name in the operating system; the audit trail shows it
     */
    public static Caller operator(String account, Origin origin) {
        return new Caller(null, "operator " + account, origin, Credential.operator(), null);
    }

    /** Roster itself, with the rights of an owner. */
    public static Caller roster(Origin origin) {
        return new Caller(null, "roster", origin, Credential.roster(), null);
    }

    /** Whether the account behind the call is that one. */
    public boolean is(UserId id) {
        return user != null && user.id().equals(id);
    }

    /** Whether this is the local operator rather than a user who logged in. */
    public boolean isOperator() {
        return user == null;
    }

    /** The account behind the call as it was when it was authenticated; null for the operator and for Roster itself. */
    public @Nullable User user() {
        return user;
    }

    public String name() {
        return name;
    }

    public Origin origin() {
        return origin;
    }

    /** The session it came with, or null. */
    public @Nullable SessionId session() {
        return credential.session();
    }

    /** What it came with. */
    public Credential credential() {
        return credential;
    }

    /** What the secret is found by that it came with; null for one that showed none that lasts. */
    @Nullable
    SecretDigest secret() {
        return secret;
    }

    @Override
    public String toString() {
        return "Caller[" + name + " by " + origin.door().word() + "]";
    }
}
