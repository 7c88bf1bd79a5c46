package dev.roster.application.audit;

import dev.roster.application.access.Caller;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.access.Target;
import dev.roster.domain.audit.AuditRecord;
import dev.roster.domain.audit.AuditSeal;
import dev.roster.domain.role.RosterPermission;
import jakarta.inject.Inject;
import java.util.function.Consumer;

/** Exports the whole audit trail with its seals, so that the copy can be verified later. */
public final class ExportAuditTrail {
    private final UnitOfWork work;
    private final AuditSealer sealer;
    private final AuditReading trail;

    @Inject
    ExportAuditTrail(UnitOfWork work, AuditSealer sealer, AuditReading trail) {
        this.work = work;
        this.sealer = sealer;
        this.trail = trail;
    }

    /** Oldest first: the events of each batch, then its seal, in the end what is not sealed yet. */
    public void handle(Caller caller, Consumer<AuditRecord> events, Consumer<AuditSeal> seals) {
        work.reading(() -> work.guard().require(caller, RosterPermission.AUDIT_READ, Target.instance()));
        sealer.seal();
        work.reading(() -> {
            work.guard().require(caller, RosterPermission.AUDIT_READ, Target.instance());
            trail.read(events, seals);
            return true;
        });
    }
}
