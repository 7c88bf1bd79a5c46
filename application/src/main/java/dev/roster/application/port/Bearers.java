package dev.roster.application.port;

import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.credential.Session;
import dev.roster.domain.user.User;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who holds a secret: one look-up for every kind of bearer credential. */
public interface Bearers {
    /**
     * A user and what they proved themselves with.
     *
     * @param session the session that the secret opens, or null when the secret is a user token
     */
    record Bearer(User user, @Nullable Session session) {}

    /** Empty for an unknown secret. A known one may still be of a user that is not active or a session that is dead. */
    Optional<Bearer> find(SecretDigest digest);
}
