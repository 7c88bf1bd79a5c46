package dev.roster.application.port;

import dev.roster.domain.credential.ApiKey;
import dev.roster.domain.credential.ApiKeyId;
import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.credential.Session;
import dev.roster.domain.credential.SessionId;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserStatus;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who holds a secret: one look-up for every kind of bearer credential. */
public interface Bearers {
    /**
     * A user and what they proved themselves with.
     *
     * @param session the session that the secret opens, or null
     * @param key the API key that the secret is, or null; with neither it is a user token
     * @param makers the status of those whom it rests on besides the user: who made the service account, and who made the
     *     key for it; empty where there is nobody else
     */
    @RecordBuilder
    record Bearer(
            User user, @Nullable Session session, @Nullable ApiKey key, Set<UserStatus> makers)
            implements BearersBearerBuilder.With {
        public Bearer {
            makers = Set.copyOf(makers);
        }
    }

    /**
     * Empty for an unknown secret. A known one may still be of a user that is not active, or rest on somebody who is not,
     * be of a session that is dead or a key that has ended.
     */
    Optional<Bearer> find(SecretDigest digest);

    /** The same for a session whose id is known. */
    Optional<Bearer> find(SessionId session);

    /** The same for an API key whose id is known. */
    Optional<Bearer> find(ApiKeyId key);
}
