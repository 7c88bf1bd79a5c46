package dev.roster.application.organization;

import dev.roster.application.access.AccessGuard;
import dev.roster.application.access.Caller;
import dev.roster.application.port.OrganizationMemberships;
import dev.roster.application.port.Organizations;
import dev.roster.application.port.Page;
import dev.roster.application.port.PageRequest;
import dev.roster.application.port.Transactions;
import dev.roster.domain.access.Target;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.RosterPermission;
import jakarta.inject.Inject;

/** Lists the members of an organization in order of joining. */
public final class ListOrganizationMembers {
    private final Transactions transactions;
    private final AccessGuard guard;
    private final Organizations organizations;
    private final OrganizationMemberships memberships;

    @Inject
    ListOrganizationMembers(
            Transactions transactions,
            AccessGuard guard,
            Organizations organizations,
            OrganizationMemberships memberships) {
        this.transactions = transactions;
        this.guard = guard;
        this.organizations = organizations;
        this.memberships = memberships;
    }

    public Page<OrganizationMemberships.Member> handle(Caller caller, OrganizationId id, PageRequest page) {
        return transactions.reading(() -> {
            guard.require(caller, RosterPermission.MEMBER_READ, Target.of(organizations.get(id)));
            return memberships.members(id, page);
        });
    }
}
