package dev.roster.application.role;

import dev.roster.application.access.AccessGuard;
import dev.roster.application.access.Caller;
import dev.roster.application.port.Page;
import dev.roster.application.port.PageRequest;
import dev.roster.application.port.Roles;
import dev.roster.application.port.Transactions;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RosterPermission;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Lists roles, the predefined ones first. */
public final class ListRoles {
    private final Transactions transactions;
    private final AccessGuard guard;
    private final Roles roles;

    @Inject
    ListRoles(Transactions transactions, AccessGuard guard, Roles roles) {
        this.transactions = transactions;
        this.guard = guard;
        this.roles = roles;
    }

    public Page<Role> handle(Caller caller, PageRequest page) {
        return handle(caller, null, page);
    }

    /** @param predefined only those, or only the custom ones; null for all */
    public Page<Role> handle(Caller caller, @Nullable Boolean predefined, PageRequest page) {
        return transactions.reading(() -> {
            guard.require(caller, RosterPermission.ROLE_READ, Target.instance());
            return predefined == null ? roles.list(page) : roles.list(predefined, page);
        });
    }
}
