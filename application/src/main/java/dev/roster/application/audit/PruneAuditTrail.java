package dev.roster.application.audit;

import dev.roster.application.access.Caller;
import dev.roster.application.port.AuditSeals;
import dev.roster.application.port.AuditTrail;
import dev.roster.application.port.SecretKeys;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.access.Target;
import dev.roster.domain.audit.AuditSeal;
import dev.roster.domain.audit.Signing;
import dev.roster.domain.role.RosterPermission;
import jakarta.inject.Inject;

/**
 * Removes what is older than the retention setting says, whole batches at a time. The last seal that is removed stays as
 * an anchor, so that the rest can still be verified.
 */
public final class PruneAuditTrail {
    private final UnitOfWork work;
    private final AuditTrail trail;
    private final AuditSeals seals;
    private final AuditRetention retention;
    private final SecretKeys keys;
    private final Signing signing;

    @Inject
    PruneAuditTrail(
            UnitOfWork work,
            AuditTrail trail,
            AuditSeals seals,
            AuditRetention retention,
            SecretKeys keys,
            Signing signing) {
        this.work = work;
        this.trail = trail;
        this.seals = seals;
        this.retention = retention;
        this.keys = keys;
        this.signing = signing;
    }

    /**
     * Returns how many events were removed: none if the seal that they would end with is not genuine. Writes an event of its
     * own if any were removed.
     */
    public int handle(Caller caller) {
        return work.inLongTransaction(() -> {
            work.guard().require(caller, RosterPermission.INSTANCE_CONFIGURE, Target.instance());
            keys.requireCurrent();
            return retention
                    .startAt(work.now())
                    .flatMap(seals::newestBefore)
                    .filter(this::isGenuine)
                    .map(seal -> removeUpTo(caller, seal))
                    .orElse(0);
        });
    }

    /** A seal that was slipped in with an early time would take everything with it otherwise. */
    private boolean isGenuine(AuditSeal seal) {
        return seal.kind() == AuditSeal.Kind.BATCH && seal.isGenuine(signing);
    }

    private int removeUpTo(Caller caller, AuditSeal seal) {
        int removed = trail.removeUpTo(seal.last());
        if (removed > 0) {
            seals.anchor(seal.asAnchor(signing));
            work.journal()
                    .write(
                            caller,
                            "audit.prune",
                            Target.instance(),
                            Changes.none().add("events", removed, null).set("last_event", seal.last()));
        }
        return removed;
    }
}
