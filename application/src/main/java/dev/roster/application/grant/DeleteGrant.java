package dev.roster.application.grant;

import dev.roster.application.access.Caller;
import dev.roster.application.port.Grants;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.access.GrantId;
import dev.roster.domain.role.RosterPermission;
import jakarta.inject.Inject;

/** Takes back an extra role. */
public final class DeleteGrant {
    private final UnitOfWork work;
    private final GrantLookup lookup;
    private final Grants grants;

    @Inject
    DeleteGrant(UnitOfWork work, GrantLookup lookup, Grants grants) {
        this.work = work;
        this.lookup = lookup;
        this.grants = grants;
    }

    /** Returns what was taken back. */
    public Grants.Granted handle(Caller caller, GrantId id) {
        return work.inTransaction(() -> {
            Grants.Granted granted = lookup.get(id);
            work.guard().require(caller, RosterPermission.GRANT_DELETE, granted.target());
            work.guard().requireToTakeFrom(caller, RosterPermission.GRANT_DELETE, granted.user());
            grants.remove(id);
            work.journal()
                    .write(
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
