package dev.roster.application.grant;

import dev.roster.application.access.AccessGuard;
import dev.roster.application.access.Caller;
import dev.roster.application.port.Grants;
import dev.roster.application.port.Transactions;
import dev.roster.domain.access.GrantId;
import dev.roster.domain.role.RosterPermission;
import jakarta.inject.Inject;

/** Shows one grant. Everyone may see their own. */
public final class FindGrant {
    private final Transactions transactions;
    private final AccessGuard guard;
    private final GrantLookup lookup;

    @Inject
    FindGrant(Transactions transactions, AccessGuard guard, GrantLookup lookup) {
        this.transactions = transactions;
        this.guard = guard;
        this.lookup = lookup;
    }

    public Grants.Granted handle(Caller caller, GrantId id) {
        return transactions.reading(() -> {
            Grants.Granted granted = lookup.get(id);
            if (caller.is(granted.user().id())) {
                guard.requireAccount(caller);
            } else {
                guard.require(caller, RosterPermission.GRANT_READ, granted.target());
            }
            return granted;
        });
    }
}
