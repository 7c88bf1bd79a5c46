package dev.roster.domain.workspace;

import dev.roster.domain.organization.MembershipId;
import dev.roster.domain.role.RoleRef;
import dev.roster.domain.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user's place in a workspace.
 *
 * @param number counts workspace memberships in order of joining; a member who leaves and comes back gets a new one
 * @param role the role of this membership, or null: then the account role counts here
 */
public record Membership(
        MembershipId id,
        long number,
        WorkspaceId workspace,
        UserId user,
        @Nullable RoleRef role,
        Instant joinedAt) {

    public Membership withNumber(long given) {
        return new Membership(id, given, workspace, user, role, joinedAt);
    }

    public Membership withRole(@Nullable RoleRef changed) {
        return new Membership(id, number, workspace, user, changed, joinedAt);
    }
}
