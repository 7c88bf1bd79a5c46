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
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Changes the free name that people see for a workspace. What it is called by programs stays. */
public final class RetitleWorkspace {
    /** @param title at most 255 characters, or null for none */
    public record Command(WorkspaceId workspace, @Nullable String title) {}

    private final Transactions transactions;
    private final AccessGuard guard;
    private final Workspaces workspaces;
    private final Journal journal;
    private final Now now;

    @Inject
    RetitleWorkspace(Transactions transactions, AccessGuard guard, Workspaces workspaces, Journal journal, Now now) {
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
            Workspace changed = before.withTitle(command.title());
            Changes changes = Changes.none().add("title", before.title(), changed.title());
            return changes.isEmpty() ? before : store(caller, changed.updatedAt(now.get()), changes);
        });
    }

    private Workspace store(Caller caller, Workspace after, Changes changes) {
        workspaces.update(after);
        journal.write(caller, "workspace.update", Target.of(after), changes);
        return after;
    }
}
