package dev.roster.application.port;

import dev.roster.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The password hashes. A user without one cannot log in with a password.
 *
 * <p>Each change of a user's password, also taking it away, moves the user on as a change of the e-mail address or the
 * status does: what was on its way to them before, links and temporary passwords, opens nothing any more.
 */
public interface Passwords {
    /**
     * A password as it is kept.
     *
     * @param temporaryUntil when a temporary one ends, which only lets its user choose another; null for a lasting one
     * @param overtaken whether the user's e-mail address or status changed since a temporary one was given: it opens
     *     nothing any more
     */
    record Kept(String hash, @Nullable Instant temporaryUntil, boolean overtaken) {
        /** One that nothing has overtaken. */
        public Kept(String hash, @Nullable Instant temporaryUntil) {
            this(hash, temporaryUntil, false);
        }

        public boolean isTemporary() {
            return temporaryUntil != null;
        }

        public boolean isUsable(Instant now) {
            return !overtaken && (temporaryUntil == null || now.isBefore(temporaryUntil));
        }
    }

    Optional<Kept> find(UserId user);

    /** Sets or replaces the hash of a lasting password. */
    void set(UserId user, String hash, Instant at);

    /** The same with a password that its user must replace. */
    void setTemporary(UserId user, String hash, Instant at, Instant until);

    /**
     * Replaces the hash of a lasting password by another of the same password, which is no change of the password. Returns
     * false, and does nothing, when the hash is another by now.
     */
    boolean rehash(UserId user, String before, String after);

    void remove(UserId user);
}
