package dev.roster.application.organization;

import dev.roster.application.access.Caller;
import dev.roster.application.port.Organizations;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.RosterPermission;
import jakarta.inject.Inject;

/** Takes an organization away with its workspaces, their datasets and everybody's places there. People stay. */
public final class DeleteOrganization {
    private final UnitOfWork work;
    private final Organizations organizations;

    @Inject
    DeleteOrganization(UnitOfWork work, Organizations organizations) {
        this.work = work;
        this.organizations = organizations;
    }

    /**
     * Returns what went with it.
     *
     * @throws RefusedException CONFLICT naming {@code organization} for the default one
     */
    public Organizations.Contents handle(Caller caller, OrganizationId id) {
        return work.inTransaction(() -> {
            Organization organization = require(caller, id);
            Organizations.Contents contents = organizations.contents(id);
            organizations.remove(id);
            work.journal()
                    .write(
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
        return work.reading(() -> {
            require(caller, id);
            return organizations.contents(id);
        });
    }

    private Organization require(Caller caller, OrganizationId id) {
        Organization organization = organizations.get(id);
        work.guard().require(caller, RosterPermission.ORGANIZATION_DELETE, Target.of(organization));
        if (organizations.findDefault().filter(organization::equals).isPresent()) {
            throw RefusedException.conflict(
                    "organization",
                    "`" + organization.name()
                            + "` is the default organization, it cannot be deleted; rename it instead");
        }
        return organization;
    }
}
