package dev.roster.application.workspace;

import dev.roster.application.access.Caller;
import dev.roster.application.organization.Enrolment;
import dev.roster.application.port.Organizations;
import dev.roster.application.port.Workspaces;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.access.Target;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.text.SingleLine;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceId;
import dev.roster.domain.workspace.WorkspaceName;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.inject.Inject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes a workspace. Nobody is a member of it yet. */
public final class CreateWorkspace {
    /**
     * What the workspace is to be.
     *
     * @param id null for a new one
     * @param organization null for the default one
     * @param title a free name for people, at most 255 characters, or null
     * @param description at most 1,000 characters, may be empty
     */
    @RecordBuilder
    public record Command(
            @Nullable WorkspaceId id,
            WorkspaceName name,
            @Nullable OrganizationId organization,
            @Nullable String title,
            String description)
            implements CreateWorkspaceCommandBuilder.With {
        public static Command named(WorkspaceName name) {
            return CreateWorkspaceCommandBuilder.builder()
                    .name(name)
                    .description("")
                    .build();
        }
    }

    private static final int LONGEST_TITLE = 255;

    private final UnitOfWork work;
    private final Organizations organizations;
    private final Enrolment enrolment;
    private final Workspaces workspaces;

    @Inject
    CreateWorkspace(UnitOfWork work, Organizations organizations, Enrolment enrolment, Workspaces workspaces) {
        this.work = work;
        this.organizations = organizations;
        this.enrolment = enrolment;
        this.workspaces = workspaces;
    }

    public Workspace handle(Caller caller, Command command) {
        return work.inTransaction(() -> {
            Organization organization = command.organization() == null
                    ? enrolment.defaultOrganization()
                    : organizations.get(command.organization());
            work.guard().require(caller, RosterPermission.WORKSPACE_CREATE, Target.of(organization));
            Workspace workspace = workspaces.add(draft(command, organization));
            work.journal()
                    .write(
                            caller,
                            "workspace.create",
                            Target.of(workspace),
                            Changes.none()
                                    .set("name", workspace.name())
                                    .set("title", workspace.title())
                                    .add("description", "", workspace.description()));
            return workspace;
        });
    }

    private Workspace draft(Command command, Organization organization) {
        Instant at = work.now();
        WorkspaceId id = command.id() == null ? new WorkspaceId(work.nextId()) : command.id();
        String title = command.title() == null ? null : SingleLine.check("title", command.title(), LONGEST_TITLE);
        return new Workspace(
                id,
                0,
                organization.id(),
                command.name().toGive(),
                title,
                command.description().strip(),
                at,
                at);
    }
}
