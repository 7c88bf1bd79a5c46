package dev.roster.application.invitation;

import dev.roster.application.access.Caller;
import dev.roster.application.port.PendingSignUps;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.RosterPermission;
import jakarta.inject.Inject;

/**
 * Removes sign-ups that were not confirmed in time, with the addresses and password hashes that were entered. They never were
 * accounts, so no event mentions them.
 */
public final class PruneSignUps {
    private final UnitOfWork work;
    private final PendingSignUps pending;

    @Inject
    PruneSignUps(UnitOfWork work, PendingSignUps pending) {
        this.work = work;
        this.pending = pending;
    }

    /** Returns how many there were. */
    public int handle(Caller caller) {
        return work.inTransaction(() -> {
            work.guard().require(caller, RosterPermission.INSTANCE_CONFIGURE, Target.instance());
            return pending.removeOld(work.now());
        });
    }
}
