package dev.roster.application.organization;

import dev.roster.application.access.AccessGuard;
import dev.roster.application.access.Caller;
import dev.roster.application.audit.Changes;
import dev.roster.application.audit.Journal;
import dev.roster.application.port.Organizations;
import dev.roster.application.port.Transactions;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.RosterPermission;
import jakarta.inject.Inject;

/** Takes an organization away with its workspaces, their datasets and everybody's places there. People stay. */
public final class DeleteOrganization {
    private final Transactions transactions;
    private final AccessGuard guard;
    private final Organizations organizations;
    private final Journal journal;

    @Inject
    DeleteOrganization(Transactions transactions, AccessGuard guard, Organizations organizations, Journal journal) {
        this.transactions = transactions;
        this.guard = guard;
        this.organizations = organizations;
        this.journal = journal;
    }

    /**
     * Returns what went with it.
     *
     * @throws RefusedException CONFLICT naming {@code organization} for the default one
     */
    public Organizations.Contents handle(Caller caller, OrganizationId id) {
        return transactions.inTransaction(() -> {
            Organization organization = require(caller, id);
            Organizations.Contents contents = organizations.contents(id);
            organizations.remove(id);
            journal.write(
                    caller,
                    "organization.delete",
                    Target.of(organization),
                    Changes.none()
                            .add("members", contents.members(), 0L)
                            .add("workspaces", contents.workspaces(), 0L)
                            .add("datasets", contents.datasets(), 0L));
            return contents;
        });
    }

    /** What would go with it; refuses what {@link #handle} would refuse. */
    public Organizations.Contents preview(Caller caller, OrganizationId id) {
        return transactions.reading(() -> {
            require(caller, id);
            return organizations.contents(id);
        });
    }

    private Organization require(Caller caller, OrganizationId id) {
        Organization organization = organizations.get(id);
        guard.require(caller, RosterPermission.ORGANIZATION_DELETE, Target.of(organization));
        if (organizations.findDefault().filter(organization::equals).isPresent()) {
            throw RefusedException.conflict(
                    "organization",
                    "`" + organization.name()
                            + "` is the default organization, it cannot be deleted; rename it instead");
        }
        return organization;
    }
}
