package dev.roster.domain.membership;

import dev.roster.domain.role.RoleRef;
import dev.roster.domain.user.UserId;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The membership of a user in an organization or a workspace.
 *
 * @param number counts the memberships of that kind of place in order of joining, 0 until the store has assigned it; a
 *     member who leaves and comes back gets a new one
 * @param role the role of this membership, or null: then the account role applies, in an organization only to the
 *     organization itself and not to its workspaces
 */
@RecordBuilder
public record Membership(
        MembershipId id,
        long number,
        Place place,
        UserId user,
        @Nullable RoleRef role,
        Instant joinedAt) implements MembershipBuilder.With {}
