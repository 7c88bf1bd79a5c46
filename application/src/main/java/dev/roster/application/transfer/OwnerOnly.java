package dev.roster.application.transfer;

import dev.roster.application.access.AccessGuard;
import dev.roster.application.access.Caller;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.RosterPermission;
import jakarta.inject.Inject;

/**
 * Asks for the whole instance: a file holds every account, and one that is taken in may make owners. So it is not enough to
 * hold the permission in a custom role.
 */
final class OwnerOnly {
    private final AccessGuard guard;

    @Inject
    OwnerOnly(AccessGuard guard) {
        this.guard = guard;
    }

    void require(Caller caller) {
        guard.require(caller, RosterPermission.INSTANCE_CONFIGURE, Target.instance());
        guard.requireOwner(caller, "only an owner takes out and brings in everything");
    }
}
