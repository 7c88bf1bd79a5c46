package dev.roster.application.grant;

import dev.roster.application.access.Caller;
import dev.roster.application.port.Grants;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.access.GrantId;
import dev.roster.domain.role.RosterPermission;
import jakarta.inject.Inject;

/** Shows one grant. Everyone may see their own. */
public final class FindGrant {
    private final UnitOfWork work;
    private final GrantLookup lookup;

    @Inject
    FindGrant(UnitOfWork work, GrantLookup lookup) {
        this.work = work;
        this.lookup = lookup;
    }

    public Grants.Granted handle(Caller caller, GrantId id) {
        return work.reading(() -> {
            Grants.Granted granted = lookup.get(id);
            if (caller.is(granted.user().id())) {
                work.guard().requireAccount(caller);
            } else {
                work.guard().require(caller, RosterPermission.GRANT_READ, granted.target());
            }
            return granted;
        });
    }
}
