package dev.roster.application.workspace;

import dev.roster.application.Change;
import dev.roster.application.access.Caller;
import dev.roster.application.port.Workspaces;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceId;
import dev.roster.domain.workspace.WorkspaceName;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Changes the name, the title and the description of a workspace. */
public final class UpdateWorkspace {
    /**
     * The fields to change.
     *
     * @param title at most 255 characters; nothing clears it, and people see the name again
     * @param description at most 1,000 characters; nothing clears it
     */
    public record Command(
            WorkspaceId workspace, Change<WorkspaceName> name, Change<String> title, Change<String> description) {
        public static Command rename(WorkspaceId workspace, WorkspaceName name) {
            return new Command(workspace, Change.to(name), Change.none(), Change.none());
        }

        public static Command retitle(WorkspaceId workspace, @Nullable String title) {
            return new Command(workspace, Change.none(), Change.toNullable(title), Change.none());
        }

        public static Command describe(WorkspaceId workspace, String description) {
            return new Command(workspace, Change.none(), Change.none(), Change.to(description));
        }
    }

    private final UnitOfWork work;
    private final Workspaces workspaces;

    @Inject
    UpdateWorkspace(UnitOfWork work, Workspaces workspaces) {
        this.work = work;
        this.workspaces = workspaces;
    }

    /** @throws RefusedException NOT_FOUND naming {@code workspace}; CONFLICT naming {@code name} or {@code title} */
    public Workspace handle(Caller caller, Command command) {
        return work.inTransaction(() -> {
            Workspace before = workspaces.get(command.workspace());
            work.guard().require(caller, RosterPermission.WORKSPACE_UPDATE, Target.of(before));
            Workspace changed = before.withName(command.name().orElse(before.name()))
                    .withTitle(command.title().applyTo(before.title()))
                    .withDescription(description(command, before));
            Changes changes = Changes.none()
                    .add("name", before.name(), changed.name())
                    .add("title", before.title(), changed.title())
                    .add("description", before.description(), changed.description());
            return changes.isEmpty() ? before : store(caller, changed.updatedAt(work.now()), changes);
        });
    }

    private static String description(Command command, Workspace before) {
        String wanted = command.description().applyTo(before.description());
        return wanted == null ? "" : wanted.strip();
    }

    private Workspace store(Caller caller, Workspace after, Changes changes) {
        workspaces.update(after);
        work.journal().write(caller, "workspace.update", Target.of(after), changes);
        return after;
    }
}
