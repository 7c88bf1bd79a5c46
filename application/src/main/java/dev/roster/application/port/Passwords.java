package dev.roster.application.port;

import dev.roster.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The password hashes. A user without one cannot log in with a password. */
public interface Passwords {
    /**
     * A password as it is kept.
     *
     * @param temporaryUntil when a temporary one ends, which only lets its user choose another; null for a lasting one
     */
    record Kept(String hash, @Nullable Instant temporaryUntil) {
        public boolean isTemporary() {
            return temporaryUntil != null;
        }
    }

    Optional<Kept> find(UserId user);

    default Optional<String> hashOf(UserId user) {
        return find(user).map(Kept::hash);
    }

    /** Sets or replaces the hash of a lasting password. */
    void set(UserId user, String hash, Instant at);

    /** The same with a password that its user must replace. */
    void setTemporary(UserId user, String hash, Instant at, Instant until);

    void remove(UserId user);
}
