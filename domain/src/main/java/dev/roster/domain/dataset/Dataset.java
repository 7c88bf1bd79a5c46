package dev.roster.domain.dataset;

import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.WorkspaceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The registration of a dataset. Its records live elsewhere.
 *
 * @param number counts datasets in order of creation; 0 until the store has given it
 * @param creator who registered it, or null when the local operator did
 * @param restricted cuts what workspace and organization roles reach, managers and owners aside
 */
public record Dataset(
        DatasetId id,
        long number,
        WorkspaceId workspace,
        DatasetName name,
        DatasetAccess access,
        boolean restricted,
        @Nullable UserId creator,
        Instant createdAt,
        Instant updatedAt) {

    public Dataset withNumber(long given) {
        return new Dataset(id, given, workspace, name, access, restricted, creator, createdAt, updatedAt);
    }

    public Dataset withName(DatasetName changed) {
        return new Dataset(id, number, workspace, changed, access, restricted, creator, createdAt, updatedAt);
    }

    public Dataset withAccess(DatasetAccess changed) {
        return new Dataset(id, number, workspace, name, changed, restricted, creator, createdAt, updatedAt);
    }

    public Dataset withRestricted(boolean changed) {
        return new Dataset(id, number, workspace, name, access, changed, creator, createdAt, updatedAt);
    }

    public Dataset updatedAt(Instant now) {
        return new Dataset(id, number, workspace, name, access, restricted, creator, createdAt, now);
    }
}
