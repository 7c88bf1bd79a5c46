package dev.roster.application.offence;

import dev.roster.application.access.AccessGuard;
import dev.roster.application.access.Caller;
import dev.roster.application.port.Avatars;
import dev.roster.application.port.Datasets;
import dev.roster.application.port.Grants;
import dev.roster.application.port.Ids;
import dev.roster.application.port.Roles;
import dev.roster.application.port.Transactions;
import dev.roster.application.port.Users;
import dev.roster.application.port.Workspaces;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;

/** A use case of many parts that begins its change by itself, and asks when it is done. */
public final class DoWithMuch {
    private final Transactions transactions;
    private final AccessGuard guard;
    private final Avatars avatars;
    private final Object[] others;

    @Inject
    DoWithMuch(
            Transactions transactions,
            AccessGuard guard,
            Avatars avatars,
            Users users,
            Workspaces workspaces,
            Datasets datasets,
            Grants grants,
            Roles roles,
            Ids ids) {
        this.transactions = transactions;
        this.guard = guard;
        this.avatars = avatars;
        this.others = new Object[] {users, workspaces, datasets, grants, roles, ids};
    }

    /** Does it. */
    public String handle(Caller caller, UserId user) {
        return transactions.inTransaction(() -> {
            boolean removed = avatars.remove(user);
            return guard.requireAccount(caller) + " " + removed + others.length;
        });
    }
}
