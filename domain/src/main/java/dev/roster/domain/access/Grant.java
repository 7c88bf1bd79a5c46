package dev.roster.domain.access;

import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.role.RoleRef;
import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.WorkspaceId;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An extra role of a user on a workspace or, if a dataset is named, only on that dataset. A user has at most one on each.
 *
 * @param number counts grants in order of creation; 0 until the store has assigned it
 * @param workspace the workspace it is on, or that its dataset belongs to
 */
@RecordBuilder
public record Grant(
        GrantId id,
        long number,
        UserId user,
        RoleRef role,
        WorkspaceId workspace,
        @Nullable DatasetId dataset,
        Instant createdAt,
        Instant updatedAt)
        implements GrantBuilder.With {

    public Grant withRole(RoleRef changed, Instant now) {
        return with().role(changed).updatedAt(now).build();
    }
}
