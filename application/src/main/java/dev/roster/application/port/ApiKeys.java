package dev.roster.application.port;

import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.domain.RefusedException;
import dev.roster.domain.credential.ApiKey;
import dev.roster.domain.credential.ApiKeyForm;
import dev.roster.domain.credential.ApiKeyId;
import dev.roster.domain.credential.ApiKeyStatus;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserKind;
import dev.roster.domain.workspace.WorkspaceId;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The API keys, including those that have ended, so that it stays visible who had which. */
public interface ApiKeys {
    /** A key and whose it is. */
    record Owned(ApiKey key, User user) {}

    /**
     * Which keys; a null condition does not filter.
     *
     * @param kind of people or of service accounts
     * @param form whose secrets are written so
     * @param workspace of members of this workspace
     * @param status at {@code now}
     */
    @RecordBuilder
    record Filter(
            @Nullable UserId user,
            @Nullable UserKind kind,
            @Nullable UserId creator,
            @Nullable WorkspaceId workspace,
            @Nullable ApiKeyForm form,
            @Nullable ApiKeyStatus status,
            Instant now)
            implements ApiKeysFilterBuilder.With {
        public Filter {
            Objects.requireNonNull(now, "now");
        }

        public static Filter at(Instant now) {
            return ApiKeysFilterBuilder.builder().now(now).build();
        }
    }

    /**
     * How many keys work.
     *
     * @param own of the user
     * @param madeForOthers that the user made for other accounts
     */
    record Usable(int own, int madeForOthers) {}

    ApiKey add(ApiKey key);

    Optional<ApiKey> find(ApiKeyId id);

    /** @throws RefusedException NOT_FOUND naming {@code key} */
    default ApiKey get(ApiKeyId id) {
        return find(id).orElseThrow(() -> RefusedException.notFound("key", id));
    }

    /** Stores when the key ends and whether it is revoked. */
    void update(ApiKey key);

    /** Moves times of last use forward, never back. Those of keys that there are none of are left out. */
    void stampUse(Map<ApiKeyId, Instant> used);

    /** By number, which is the order of making. */
    Page<Owned> list(Filter filter, PageRequest page);

    Usable countUsable(UserId user, Instant now);

    /** How many keys work now and end at that time at the latest, at most that many. */
    int countEnding(Instant now, Instant end, int most);

    /** Revokes the user's keys where they have not ended, and not those that they made for others. Returns how many. */
    int revokeOwn(UserId user, Instant at);

    /** Revokes the user's keys and those that they made for others, where they have not ended. Returns how many. */
    int revokeAllOf(UserId user, Instant at);

    /** Takes the user's keys away altogether. */
    void removeAllOf(UserId user);
}
