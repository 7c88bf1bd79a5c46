package dev.roster.domain.dataset;

import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.WorkspaceId;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The registration of a dataset. Its records live elsewhere.
 *
 * @param number counts datasets in order of creation; 0 until the store has assigned it
 * @param restriction what keeps the roles of its workspace and organization out, or null
 * @param creator who registered it, or null when the local operator did
 */
@RecordBuilder
public record Dataset(
        DatasetId id,
        long number,
        WorkspaceId workspace,
        DatasetName name,
        DatasetAccess access,
        @Nullable Restriction restriction,
        @Nullable UserId creator,
        Instant createdAt,
        Instant updatedAt)
        implements DatasetBuilder.With {

    /** Whether workspace and organization roles other than manager and owner do not reach it. */
    public boolean restricted() {
        return restriction != null;
    }

    /** Since when it is restricted, or null. */
    public @Nullable Instant restrictedAt() {
        return restriction == null ? null : restriction.at();
    }

    /** Who restricted it; null if it is not restricted, or if the local operator restricted it. */
    public @Nullable UserId restricter() {
        return restriction == null ? null : restriction.by();
    }

    public Dataset updatedAt(Instant now) {
        return with().updatedAt(now).build();
    }
}
