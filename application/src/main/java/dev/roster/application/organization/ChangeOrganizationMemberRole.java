package dev.roster.application.organization;

import dev.roster.application.access.AccessGuard;
import dev.roster.application.access.Caller;
import dev.roster.application.port.OrganizationMemberships;
import dev.roster.application.port.Organizations;
import dev.roster.application.port.Transactions;
import dev.roster.application.port.Users;
import dev.roster.application.role.RoleLookup;
import dev.roster.application.work.Changes;
import dev.roster.application.work.Journal;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.organization.OrganizationMembership;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Gives a membership of an organization a role of its own, or takes it back. */
public final class ChangeOrganizationMemberRole {
    /** @param role name or id of the new role, or null for none of the membership's own */
    public record Command(
            OrganizationId organization,
            UserId user,
            @Nullable String role) {}

    private final Transactions transactions;
    private final AccessGuard guard;
    private final Organizations organizations;
    private final Users users;
    private final OrganizationMemberships memberships;
    private final RoleLookup roles;
    private final OrganizationJoining joining;
    private final Journal journal;

    @Inject
    ChangeOrganizationMemberRole(
            Transactions transactions,
            AccessGuard guard,
            Organizations organizations,
            Users users,
            OrganizationMemberships memberships,
            RoleLookup roles,
            OrganizationJoining joining,
            Journal journal) {
        this.transactions = transactions;
        this.guard = guard;
        this.organizations = organizations;
        this.users = users;
        this.memberships = memberships;
        this.roles = roles;
        this.joining = joining;
        this.journal = journal;
    }

    /** @throws RefusedException NOT_FOUND naming {@code organization}, {@code user} or {@code member} */
    public OrganizationMemberships.Member handle(Caller caller, Command command) {
        return transactions.inTransaction(() -> {
            Target target = Target.of(organizations.get(command.organization()));
            guard.require(caller, RosterPermission.MEMBER_UPDATE, target);
            User user = users.get(command.user());
            OrganizationMembership before = memberships
                    .find(command.organization(), command.user())
                    .orElseThrow(() -> RefusedException.notFound("member", user.username()));
            guard.requireToTakeFrom(caller, RosterPermission.MEMBER_UPDATE, user);
            Role role = command.role() == null ? null : roles.findForPlace(command.role());
            joining.requireToGive(caller, user, role, target);
            return new OrganizationMemberships.Member(user, change(caller, before, user, role, target));
        });
    }

    private OrganizationMembership change(
            Caller caller, OrganizationMembership before, User user, @Nullable Role role, Target target) {
        OrganizationMembership after = before.withRole(role == null ? null : role.ref());
        if (after.equals(before)) {
            return before;
        }
        memberships.update(after);
        journal.write(
                caller,
                "organization-member.update",
                target,
                Changes.none().addUser(user).add("role", before.role(), after.role()));
        return after;
    }
}
