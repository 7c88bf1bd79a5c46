package dev.roster.application.port;

import dev.roster.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;

/** The password hashes. A user without one cannot log in with a password. */
public interface Passwords {
    Optional<String> hashOf(UserId user);

    /** Sets or replaces the hash. */
    void set(UserId user, String hash, Instant at);

    void remove(UserId user);
}
