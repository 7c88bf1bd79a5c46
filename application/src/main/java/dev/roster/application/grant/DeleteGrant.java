package dev.roster.application.grant;

import dev.roster.application.access.AccessGuard;
import dev.roster.application.access.Caller;
import dev.roster.application.audit.Changes;
import dev.roster.application.audit.Journal;
import dev.roster.application.port.Grants;
import dev.roster.application.port.Transactions;
import dev.roster.domain.access.GrantId;
import dev.roster.domain.role.RosterPermission;
import jakarta.inject.Inject;

/** Takes an extra role back. */
public final class DeleteGrant {
    private final Transactions transactions;
    private final AccessGuard guard;
    private final GrantLookup lookup;
    private final Grants grants;
    private final Journal journal;

    @Inject
    DeleteGrant(Transactions transactions, AccessGuard guard, GrantLookup lookup, Grants grants, Journal journal) {
        this.transactions = transactions;
        this.guard = guard;
        this.lookup = lookup;
        this.grants = grants;
        this.journal = journal;
    }

    /** Returns what was taken back. */
    public Grants.Granted handle(Caller caller, GrantId id) {
        return transactions.inTransaction(() -> {
            Grants.Granted granted = lookup.get(id);
            guard.require(caller, RosterPermission.GRANT_DELETE, granted.target());
            guard.requireToTakeFrom(caller, RosterPermission.GRANT_DELETE, granted.user());
            grants.remove(id);
            journal.write(
                    caller,
                    "grant.delete",
                    granted.target(),
                    Changes.none()
                            .removeUser(granted.user())
                            .add("role", granted.grant().role(), null));
            return granted;
        });
    }
}
