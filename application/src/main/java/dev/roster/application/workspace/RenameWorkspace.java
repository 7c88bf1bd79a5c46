package dev.roster.application.workspace;

import dev.roster.application.Now;
import dev.roster.application.access.AccessGuard;
import dev.roster.application.access.Caller;
import dev.roster.application.audit.Changes;
import dev.roster.application.audit.Journal;
import dev.roster.application.port.Transactions;
import dev.roster.application.port.Workspaces;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceId;
import dev.roster.domain.workspace.WorkspaceName;
import jakarta.inject.Inject;

/** Changes what a workspace is called. */
public final class RenameWorkspace {
    /** The new name. */
    public record Command(WorkspaceId workspace, WorkspaceName name) {}

    private final Transactions transactions;
    private final AccessGuard guard;
    private final Workspaces workspaces;
    private final Journal journal;
    private final Now now;

    @Inject
    RenameWorkspace(Transactions transactions, AccessGuard guard, Workspaces workspaces, Journal journal, Now now) {
        this.transactions = transactions;
        this.guard = guard;
        this.workspaces = workspaces;
        this.journal = journal;
        this.now = now;
    }

    public Workspace handle(Caller caller, Command command) {
        return transactions.inTransaction(() -> {
            Workspace before = workspaces.get(command.workspace());
            guard.require(caller, RosterPermission.WORKSPACE_UPDATE, Target.of(before));
            Changes changes = Changes.none().add("name", before.name(), command.name());
            return changes.isEmpty() ? before : rename(caller, before, command.name(), changes);
        });
    }

    private Workspace rename(Caller caller, Workspace before, WorkspaceName name, Changes changes) {
        Workspace after = before.withName(name).updatedAt(now.get());
        workspaces.update(after);
        journal.write(caller, "workspace.update", Target.of(after), changes);
        return after;
    }
}
