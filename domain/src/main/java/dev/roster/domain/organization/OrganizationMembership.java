package dev.roster.domain.organization;

import dev.roster.domain.role.RoleRef;
import dev.roster.domain.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user's place in an organization.
 *
 * @param number counts organization memberships in order of joining; 0 until the store has given it
 * @param role the role of this membership, or null: then the account role counts for the organization itself, and
 *     nothing for its workspaces
 */
public record OrganizationMembership(
        MembershipId id,
        long number,
        OrganizationId organization,
        UserId user,
        @Nullable RoleRef role,
        Instant joinedAt) {

    public OrganizationMembership withNumber(long given) {
        return new OrganizationMembership(id, given, organization, user, role, joinedAt);
    }

    public OrganizationMembership withRole(@Nullable RoleRef changed) {
        return new OrganizationMembership(id, number, organization, user, changed, joinedAt);
    }
}
