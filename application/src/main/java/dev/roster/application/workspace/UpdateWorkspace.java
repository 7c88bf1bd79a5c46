package dev.roster.application.workspace;

import dev.roster.application.Change;
import dev.roster.application.Now;
import dev.roster.application.access.AccessGuard;
import dev.roster.application.access.Caller;
import dev.roster.application.audit.Changes;
import dev.roster.application.audit.Journal;
import dev.roster.application.port.Transactions;
import dev.roster.application.port.Workspaces;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceId;
import dev.roster.domain.workspace.WorkspaceName;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Changes what a workspace is called: by programs, and by people where it has a free name beside that. */
public final class UpdateWorkspace {
    /**
     * The fields to change.
     *
     * @param title at most 255 characters; nothing clears it
     */
    public record Command(WorkspaceId workspace, Change<WorkspaceName> name, Change<String> title) {
        public static Command rename(WorkspaceId workspace, WorkspaceName name) {
            return new Command(workspace, Change.to(name), Change.none());
        }

        public static Command retitle(WorkspaceId workspace, @Nullable String title) {
            return new Command(workspace, Change.none(), Change.toNullable(title));
        }
    }

    private final Transactions transactions;
    private final AccessGuard guard;
    private final Workspaces workspaces;
    private final Journal journal;
    private final Now now;

    @Inject
    UpdateWorkspace(Transactions transactions, AccessGuard guard, Workspaces workspaces, Journal journal, Now now) {
        this.transactions = transactions;
        this.guard = guard;
        this.workspaces = workspaces;
        this.journal = journal;
        this.now = now;
    }

    /** @throws RefusedException NOT_FOUND naming {@code workspace}; CONFLICT naming {@code name} */
    public Workspace handle(Caller caller, Command command) {
        return transactions.inTransaction(() -> {
            Workspace before = workspaces.get(command.workspace());
            guard.require(caller, RosterPermission.WORKSPACE_UPDATE, Target.of(before));
            Workspace changed = before.withName(command.name().orElse(before.name()))
                    .withTitle(command.title().applyTo(before.title()));
            Changes changes = Changes.none()
                    .add("name", before.name(), changed.name())
                    .add("title", before.title(), changed.title());
            return changes.isEmpty() ? before : store(caller, changed.updatedAt(now.get()), changes);
        });
    }

    private Workspace store(Caller caller, Workspace after, Changes changes) {
        workspaces.update(after);
        journal.write(caller, "workspace.update", Target.of(after), changes);
        return after;
    }
}
