package dev.roster.application.flat;

import dev.roster.application.access.Caller;
import dev.roster.application.port.Workspaces;
import dev.roster.application.workspace.CreateWorkspace;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.workspace.Workspace;
import jakarta.inject.Inject;
import java.util.Optional;

/** The one workspace of an organization that a door knows by its title, created when it is first needed. */
final class FlatWorkspace {
    private final Workspaces workspaces;
    private final CreateWorkspace createWorkspace;

    @Inject
    FlatWorkspace(Workspaces workspaces, CreateWorkspace createWorkspace) {
        this.workspaces = workspaces;
        this.createWorkspace = createWorkspace;
    }

    Optional<Workspace> find(OrganizationId organization, String title) {
        return workspaces.findByShownName(organization, NameKey.of(title));
    }

    /** Where it is not there yet, it takes being allowed to create workspaces in the organization. */
    Workspace findOrCreate(Caller caller, OrganizationId organization, String title) {
        return find(organization, title)
                .orElseGet(() -> createWorkspace.handle(
                        caller, CreateWorkspace.Command.titled(title).withOrganization(organization)));
    }
}
