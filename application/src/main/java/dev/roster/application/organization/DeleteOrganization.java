package dev.roster.application.organization;

import dev.roster.application.access.Caller;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.paging.Pages;
import dev.roster.application.port.InviteLinks;
import dev.roster.application.port.Memberships;
import dev.roster.application.port.Organizations;
import dev.roster.application.port.Workspaces;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.workspace.Workspace;
import jakarta.inject.Inject;
import java.util.function.Consumer;

/**
 * Deletes an organization with its workspaces, their datasets and all memberships there. People keep their
 * accounts, except guests, whose stay ends with their workspace. The
 * caller must be allowed to delete each of them separately, and the audit trail records each deletion.
 */
public final class DeleteOrganization {
    private final UnitOfWork work;
    private final Organizations organizations;
    private final Workspaces workspaces;
    private final Memberships memberships;
    private final InviteLinks inviteLinks;
    private final WorkspaceClearance clearance;

    @Inject
    DeleteOrganization(
            UnitOfWork work,
            Organizations organizations,
            Workspaces workspaces,
            Memberships memberships,
            InviteLinks inviteLinks,
            WorkspaceClearance clearance) {
        this.work = work;
        this.organizations = organizations;
        this.workspaces = workspaces;
        this.memberships = memberships;
        this.inviteLinks = inviteLinks;
        this.clearance = clearance;
    }

    /**
     * Returns what went with it.
     *
     * @throws RefusedException CONFLICT naming {@code organization} for the default one
     */
    public Organizations.Contents handle(Caller caller, OrganizationId id) {
        return work.inLongTransaction(() -> {
            Organization organization = requireWithContents(caller, id);
            Organizations.Contents contents = organizations.contents(id);
            eachWorkspace(id, workspace -> clearance.clear(caller, workspace));
            writeEnds(caller, organization);
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
            requireWithContents(caller, id);
            return organizations.contents(id);
        });
    }

    private Organization requireWithContents(Caller caller, OrganizationId id) {
        Organization organization = require(caller, id);
        if (!memberships.members(Place.of(id), PageRequest.first(1)).items().isEmpty()) {
            work.guard().require(caller, RosterPermission.MEMBER_REMOVE, Target.of(organization));
        }
        if (inviteLinks.find(id).isPresent()) {
            work.guard().require(caller, RosterPermission.MEMBER_ADD, Target.of(organization));
        }
        eachWorkspace(id, workspace -> clearance.require(caller, workspace));
        return organization;
    }

    private void eachWorkspace(OrganizationId id, Consumer<Workspace> act) {
        Pages.each(page -> workspaces.list(Workspaces.Filter.all().withOrganization(id), page), act);
    }

    /** The memberships and the link go with the organization. */
    private void writeEnds(Caller caller, Organization organization) {
        Target place = Target.of(organization);
        Pages.each(
                page -> memberships.members(Place.of(organization.id()), page),
                member -> work.journal()
                        .write(
                                caller,
                                "organization-member.remove",
                                place,
                                Changes.none().removeUser(member.user())));
        if (inviteLinks.find(organization.id()).isPresent()) {
            work.journal().write(caller, "invite-link.remove", place);
        }
    }

    private Organization require(Caller caller, OrganizationId id) {
        Organization organization = organizations.get(id);
        work.guard().require(caller, RosterPermission.ORGANIZATION_DELETE, Target.of(organization));
        if (organizations.findDefault().filter(organization::equals).isPresent()) {
            throw RefusedException.conflict(
                    "organization",
                    "`" + organization.name()
                            + "` is the default organization and cannot be deleted; rename it instead");
        }
        return organization;
    }
}
