package dev.roster.application.workspace;

import dev.roster.application.access.Caller;
import dev.roster.application.port.Datasets;
import dev.roster.application.port.Workspaces;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceId;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;

/** Takes a workspace away with its memberships and grants. One that still has datasets stays. */
public final class DeleteWorkspace {
    private static final int NAMED = 10;

    private final UnitOfWork work;
    private final Workspaces workspaces;
    private final Datasets datasets;

    @Inject
    DeleteWorkspace(UnitOfWork work, Workspaces workspaces, Datasets datasets) {
        this.work = work;
        this.workspaces = workspaces;
        this.datasets = datasets;
    }

    /**
     * Returns the workspace as it was.
     *
     * @throws RefusedException CONFLICT naming {@code workspace}, with the names of the datasets that block it
     */
    public Workspace handle(Caller caller, WorkspaceId id) {
        return work.inTransaction(() -> {
            Workspace workspace = workspaces.get(id);
            work.guard().require(caller, RosterPermission.WORKSPACE_DELETE, Target.of(workspace));
            mustBeEmpty(workspace);
            workspaces.remove(id);
            work.journal().write(caller, "workspace.delete", Target.of(workspace));
            return workspace;
        });
    }

    private void mustBeEmpty(Workspace workspace) {
        List<String> names = datasets.namesIn(workspace.id(), NAMED + 1);
        if (names.isEmpty()) {
            return;
        }
        String listed =
                names.stream().limit(NAMED).map(name -> "`" + name + "`").collect(Collectors.joining(", "));
        throw RefusedException.blocked(
                "workspace",
                "workspace `" + workspace.name() + "` still has datasets: " + listed
                        + (names.size() > NAMED ? " and more" : "") + "; delete them first",
                names);
    }
}
