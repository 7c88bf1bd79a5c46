package dev.roster.application.workspace;

import dev.roster.application.access.AccessGuard;
import dev.roster.application.access.Caller;
import dev.roster.application.port.Transactions;
import dev.roster.application.port.Workspaces;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceId;
import jakarta.inject.Inject;

/** Shows one workspace. */
public final class FindWorkspace {
    private final Transactions transactions;
    private final AccessGuard guard;
    private final Workspaces workspaces;

    @Inject
    FindWorkspace(Transactions transactions, AccessGuard guard, Workspaces workspaces) {
        this.transactions = transactions;
        this.guard = guard;
        this.workspaces = workspaces;
    }

    public Workspace handle(Caller caller, WorkspaceId id) {
        return transactions.reading(() -> {
            Workspace workspace = workspaces.get(id);
            guard.require(caller, RosterPermission.WORKSPACE_READ, Target.of(workspace));
            return workspace;
        });
    }

    /**
     * By name, without regard to case.
     *
     * @throws RefusedException NOT_FOUND naming {@code workspace}, also where it is there but not for the caller
     */
    public Workspace byName(Caller caller, String name) {
        return transactions.reading(() -> workspaces
                .findByName(NameKey.of(name))
                .filter(found -> guard.allows(caller, RosterPermission.WORKSPACE_READ, Target.of(found)))
                .orElseThrow(() -> RefusedException.notFound("workspace", name)));
    }
}
