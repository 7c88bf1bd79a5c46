package dev.roster.application.organization;

import dev.roster.application.Now;
import dev.roster.application.access.AccessGuard;
import dev.roster.application.access.Caller;
import dev.roster.application.port.Ids;
import dev.roster.application.port.OrganizationMemberships;
import dev.roster.application.work.Changes;
import dev.roster.application.work.Journal;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.organization.MembershipId;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationMembership;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** The step of joining an organization, with its permission check, for every use case that ends in a membership. */
public final class OrganizationJoining {
    private final AccessGuard guard;
    private final OrganizationMemberships memberships;
    private final Journal journal;
    private final Ids ids;
    private final Now now;

    @Inject
    OrganizationJoining(AccessGuard guard, OrganizationMemberships memberships, Journal journal, Ids ids, Now now) {
        this.guard = guard;
        this.memberships = memberships;
        this.journal = journal;
        this.ids = ids;
        this.now = now;
    }

    /**
     * Makes the user a member.
     *
     * @param role the membership's own role, or null
     * @throws RefusedException CONFLICT naming {@code user}, who is a member already
     */
    public OrganizationMembership join(Caller caller, Organization organization, User user, @Nullable Role role) {
        Target target = Target.of(organization);
        guard.require(caller, RosterPermission.MEMBER_ADD, target);
        requireToGive(caller, user, role, target);
        OrganizationMembership membership = memberships
                .add(new OrganizationMembership(
                        new MembershipId(ids.next()),
                        0,
                        organization.id(),
                        user.id(),
                        role == null ? null : role.ref(),
                        now.get()))
                .orElseThrow(() -> RefusedException.conflict(
                        "user", "`" + user.username() + "` is a member of `" + organization.name() + "` already"));
        journal.write(
                caller,
                "organization-member.add",
                target,
                Changes.none().addUser(user).set("role", membership.role()));
        return membership;
    }

    /** What the member would hold must not be more than the caller does; an owner's account role is held already. */
    void requireToGive(Caller caller, User user, @Nullable Role role, Target target) {
        if (role != null) {
            guard.requireToGive(caller, role, target);
        } else {
            guard.requireToLetCount(caller, user, target);
        }
    }
}
