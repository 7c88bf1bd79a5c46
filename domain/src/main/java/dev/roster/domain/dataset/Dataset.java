package dev.roster.domain.dataset;

import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.WorkspaceId;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The registration of a dataset. Its records live elsewhere.
 *
 * @param number counts datasets in order of creation; 0 until the store has given it
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

    /** Whether what workspace and organization roles reach is cut, managers and owners aside. */
    public boolean restricted() {
        return restriction != null;
    }

    /** Since when it is restricted, or null. */
    public @Nullable Instant restrictedAt() {
        return restriction == null ? null : restriction.at();
    }

    /** Who restricted it, or null: nobody did, or the local operator. */
    public @Nullable UserId restricter() {
        return restriction == null ? null : restriction.by();
    }

    public Dataset updatedAt(Instant now) {
        return with().updatedAt(now).build();
    }
}
