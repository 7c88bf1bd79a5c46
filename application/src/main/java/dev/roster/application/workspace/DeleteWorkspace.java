package dev.roster.application.workspace;

import dev.roster.application.access.Caller;
import dev.roster.application.organization.WorkspaceClearance;
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

/** Deletes a workspace with its memberships and grants. A workspace that has datasets stays, unless they are included. */
public final class DeleteWorkspace {
    /** @param contents whether the datasets in it go with it */
    public record Command(WorkspaceId workspace, boolean contents) {
        public static Command empty(WorkspaceId workspace) {
            return new Command(workspace, false);
        }

        public static Command withContents(WorkspaceId workspace) {
            return new Command(workspace, true);
        }
    }

    /** The workspace as it was, and what went with it. */
    public record Deleted(Workspace workspace, Workspaces.Contents contents) {}

    private static final int NAMED = 10;

    private final UnitOfWork work;
    private final Workspaces workspaces;
    private final Datasets datasets;
    private final WorkspaceClearance clearance;

    @Inject
    DeleteWorkspace(UnitOfWork work, Workspaces workspaces, Datasets datasets, WorkspaceClearance clearance) {
        this.work = work;
        this.workspaces = workspaces;
        this.datasets = datasets;
        this.clearance = clearance;
    }

    /**
     * Takes the permission for each thing that goes with it, where its contents go.
     *
     * @throws RefusedException CONFLICT naming {@code workspace}, with the names of the datasets that block it
     */
    public Deleted handle(Caller caller, Command command) {
        return work.inLongTransaction(() -> {
            Workspace workspace = workspaces.get(command.workspace());
            work.guard().require(caller, RosterPermission.WORKSPACE_DELETE, Target.of(workspace));
            Deleted deleted = new Deleted(workspace, workspaces.contents(workspace.id()));
            if (command.contents()) {
                clearance.clear(caller, workspace);
            } else {
                deleteEmpty(caller, workspace);
            }
            return deleted;
        });
    }

    /** What would go with it; refuses what {@link #handle} would refuse where its contents go. */
    public Deleted preview(Caller caller, WorkspaceId id) {
        return work.reading(() -> {
            Workspace workspace = workspaces.get(id);
            clearance.require(caller, workspace);
            return new Deleted(workspace, workspaces.contents(id));
        });
    }

    /**
     * What keeps a workspace from going by itself.
     *
     * @param datasets the names of the first {@value #NAMED} of its datasets; empty where nothing does
     * @param contentsMayGo whether the caller may delete it with all that is in it
     */
    public record Blocking(
            Workspace workspace, Workspaces.Contents contents, List<String> datasets, boolean contentsMayGo) {
        public Blocking {
            datasets = List.copyOf(datasets);
        }
    }

    /** To who may delete the workspace itself. */
    public Blocking blocking(Caller caller, WorkspaceId id) {
        return work.reading(() -> {
            Workspace workspace = workspaces.get(id);
            work.guard().require(caller, RosterPermission.WORKSPACE_DELETE, Target.of(workspace));
            return new Blocking(
                    workspace,
                    workspaces.contents(id),
                    datasets.namesIn(id, NAMED),
                    clearance.isAllowed(caller, workspace));
        });
    }

    private void deleteEmpty(Caller caller, Workspace workspace) {
        mustBeEmpty(workspace);
        clearance.remove(caller, workspace);
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
                "workspace `" + workspace.shownName() + "` still has datasets: " + listed
                        + (names.size() > NAMED ? " and more" : "") + "; delete them first",
                names);
    }
}
