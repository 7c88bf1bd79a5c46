package dev.roster.application.port;

import dev.roster.domain.credential.ApiKey;
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
     * @param session the session that the secret opens, or null
     * @param key the API key that the secret is, or null; with neither it is a user token
     */
    record Bearer(
            User user, @Nullable Session session, @Nullable ApiKey key) {}

    /** Empty for an unknown secret. A known one may still be of a user that is not active, a session that is dead or a key that has ended. */
    Optional<Bearer> find(SecretDigest digest);
}
