package dev.roster.application.port;

import dev.roster.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The password hashes. A user without one cannot log in with a password.
 *
 * <p>Each change of a user's password, including its removal, invalidates what was sent to the user before, links and temporary
 * passwords, as a change of the e-mail address or the status does.
 */
public interface Passwords {
    /**
     * A stored password.
     *
     * @param temporaryUntil when a temporary one expires, which only allows its user to set another; null for a permanent one
     * @param overtaken whether the user's e-mail address or status changed since a temporary one was given: it no longer
     *     works
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
