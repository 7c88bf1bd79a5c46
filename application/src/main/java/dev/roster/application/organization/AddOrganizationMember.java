package dev.roster.application.organization;

import dev.roster.application.access.AccessGuard;
import dev.roster.application.access.Caller;
import dev.roster.application.port.OrganizationMemberships;
import dev.roster.application.port.Organizations;
import dev.roster.application.port.Transactions;
import dev.roster.application.port.Users;
import dev.roster.application.role.RoleLookup;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Makes a user a member of an organization. */
public final class AddOrganizationMember {
    /**
     * Who is to join what.
     *
     * @param role name or id of the membership's own role, or null: then the account role counts for the organization
     *     itself, and nothing for its workspaces
     */
    public record Command(
            OrganizationId organization,
            UserId user,
            @Nullable String role) {}

    private final Transactions transactions;
    private final AccessGuard guard;
    private final Organizations organizations;
    private final Users users;
    private final RoleLookup roles;
    private final OrganizationJoining joining;

    @Inject
    AddOrganizationMember(
            Transactions transactions,
            AccessGuard guard,
            Organizations organizations,
            Users users,
            RoleLookup roles,
            OrganizationJoining joining) {
        this.transactions = transactions;
        this.guard = guard;
        this.organizations = organizations;
        this.users = users;
        this.roles = roles;
        this.joining = joining;
    }

    /**
     * @throws RefusedException NOT_FOUND naming {@code organization} or {@code user}; CONFLICT naming {@code user}, who
     *     is a member already; FORBIDDEN also where the member would get more than the caller holds
     */
    public OrganizationMemberships.Member handle(Caller caller, Command command) {
        return transactions.inTransaction(() -> {
            Organization organization = organizations.get(command.organization());
            guard.require(caller, RosterPermission.MEMBER_ADD, Target.of(organization));
            User user = users.get(command.user());
            Role role = command.role() == null ? null : roles.findForPlace(command.role());
            return new OrganizationMemberships.Member(user, joining.join(caller, organization, user, role));
        });
    }
}
