package dev.roster.application.access;

import dev.roster.domain.credential.SessionId;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Who calls a use case: a user that {@code Authenticate} knew, the operator at the machine that owns the store, or
 * Roster itself. Made anew for each call from outside, and never kept.
 */
public final class Caller {
    private final @Nullable User user;
    private final String name;
    private final Origin origin;
    private final @Nullable SessionId session;

    private Caller(@Nullable User user, String name, Origin origin, @Nullable SessionId session) {
        this.user = user;
        this.name = name;
        this.origin = origin;
        this.session = session;
    }

    /** A user that has just been authenticated. */
    public static Caller user(User user, Origin origin) {
        return new Caller(user, user.username().value(), origin, null);
    }

    /** A user that came with a session of theirs. */
    public static Caller inSession(User user, Origin origin, SessionId session) {
        return new Caller(user, user.username().value(), origin, session);
    }

    /**
     * Whoever may run commands on the machine that owns the store. Has the rights of an owner.
     *
     * @param account what the operating system calls them; the audit trail shows it
     */
    public static Caller operator(String account, Origin origin) {
        return new Caller(null, "operator " + account, origin, null);
    }

    /** Roster itself, with the rights of an owner. */
    public static Caller roster(Origin origin) {
        return new Caller(null, "roster", origin, null);
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
        return session;
    }

    @Override
    public String toString() {
        return "Caller[" + name + " by " + origin.door().word() + "]";
    }
}
