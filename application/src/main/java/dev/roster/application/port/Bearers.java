package dev.roster.application.port;

import dev.roster.domain.credential.ApiKey;
import dev.roster.domain.credential.ApiKeyId;
import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.credential.Session;
import dev.roster.domain.credential.SessionId;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserStatus;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who holds a secret: one look-up for every kind of bearer credential. */
public interface Bearers {
    /**
     * A user and their credential.
     *
     * @param session the session that the secret opens, or null
     * @param key the API key that the secret is, or null; with neither it is a user token
     * @param makers the status of the other users it depends on: the creator of the service account, and the creator of its
     *     key; empty if there are none
     * @param makersUntil when the first stay of those other users ends; null if none of them is a guest whose end is known
     */
    @RecordBuilder
    record Bearer(
            User user,
            @Nullable Session session,
            @Nullable ApiKey key,
            Set<UserStatus> makers,
            @Nullable Instant makersUntil)
            implements BearersBearerBuilder.With {
        public Bearer {
            makers = Set.copyOf(makers);
        }

        /** Whether the user, and all those that the credential depends on, are active at that time. */
        public boolean isActiveAt(Instant now) {
            return user.isActiveAt(now)
                    && makers.stream().allMatch(UserStatus.ACTIVE::equals)
                    && (makersUntil == null || makersUntil.isAfter(now));
        }
    }

    /**
     * Empty for an unknown secret. A known secret may still belong to a user who is not active, depend on another user who is
     * not, or belong to a session that has ended or a key that has expired.
     */
    Optional<Bearer> find(SecretDigest digest);

    /** The same for a session whose id is known. */
    Optional<Bearer> find(SessionId session);

    /** The same for an API key whose id is known. */
    Optional<Bearer> find(ApiKeyId key);
}
