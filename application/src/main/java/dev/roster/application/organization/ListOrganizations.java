package dev.roster.application.organization;

import dev.roster.application.access.AccessGuard;
import dev.roster.application.access.Caller;
import dev.roster.application.port.Organizations;
import dev.roster.application.port.Page;
import dev.roster.application.port.PageRequest;
import dev.roster.application.port.Transactions;
import dev.roster.domain.access.AccessPolicy;
import dev.roster.domain.access.Actor;
import dev.roster.domain.access.Target;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Lists organizations, oldest first: all of them to those who may read all, to others the ones they belong to. */
public final class ListOrganizations {
    private final Transactions transactions;
    private final AccessGuard guard;
    private final Organizations organizations;

    @Inject
    ListOrganizations(Transactions transactions, AccessGuard guard, Organizations organizations) {
        this.transactions = transactions;
        this.guard = guard;
        this.organizations = organizations;
    }

    /** @param name part of the name without regard to case, or null */
    public Page<Organization> handle(Caller caller, @Nullable String name, PageRequest page) {
        return transactions.reading(() -> {
            if (guard.allows(caller, RosterPermission.ORGANIZATION_READ, Target.instance())) {
                return organizations.list(name, null, page);
            }
            UserId user = guard.requireAccount(caller).id();
            Actor actor = guard.wholeActor(caller);
            return organizations
                    .list(name, user, page)
                    .filter(found -> AccessPolicy.allows(actor, RosterPermission.ORGANIZATION_READ, Target.of(found)));
        });
    }
}
