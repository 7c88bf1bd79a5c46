package dev.roster.application.workspace;

import dev.roster.application.access.AccessGuard;
import dev.roster.application.access.Caller;
import dev.roster.application.port.Memberships;
import dev.roster.application.port.Page;
import dev.roster.application.port.PageRequest;
import dev.roster.application.port.Transactions;
import dev.roster.application.port.Users;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;

/** Lists the workspaces a user is a member of, in order of joining. Everyone may see their own. */
public final class ListWorkspacesOfUser {
    private final Transactions transactions;
    private final AccessGuard guard;
    private final Users users;
    private final Memberships memberships;

    @Inject
    ListWorkspacesOfUser(Transactions transactions, AccessGuard guard, Users users, Memberships memberships) {
        this.transactions = transactions;
        this.guard = guard;
        this.users = users;
        this.memberships = memberships;
    }

    public Page<Memberships.Joined> handle(Caller caller, UserId id, PageRequest page) {
        return transactions.reading(() -> {
            guard.require(caller, RosterPermission.USER_READ, Target.of(users.get(id)));
            return memberships.workspacesOf(id, page);
        });
    }
}
