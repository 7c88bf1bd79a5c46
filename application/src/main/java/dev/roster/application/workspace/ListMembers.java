package dev.roster.application.workspace;

import dev.roster.application.access.AccessGuard;
import dev.roster.application.access.Caller;
import dev.roster.application.port.Memberships;
import dev.roster.application.port.Page;
import dev.roster.application.port.PageRequest;
import dev.roster.application.port.Transactions;
import dev.roster.application.port.Workspaces;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.workspace.WorkspaceId;
import jakarta.inject.Inject;

/** Lists the members of a workspace in order of joining. */
public final class ListMembers {
    private final Transactions transactions;
    private final AccessGuard guard;
    private final Workspaces workspaces;
    private final Memberships memberships;

    @Inject
    ListMembers(Transactions transactions, AccessGuard guard, Workspaces workspaces, Memberships memberships) {
        this.transactions = transactions;
        this.guard = guard;
        this.workspaces = workspaces;
        this.memberships = memberships;
    }

    public Page<Memberships.Member> handle(Caller caller, WorkspaceId id, PageRequest page) {
        return transactions.reading(() -> {
            guard.require(caller, RosterPermission.MEMBER_READ, Target.of(workspaces.get(id)));
            return memberships.members(id, page);
        });
    }
}
