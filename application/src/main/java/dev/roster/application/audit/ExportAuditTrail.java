package dev.roster.application.audit;

import dev.roster.application.access.AccessGuard;
import dev.roster.application.access.Caller;
import dev.roster.application.port.Transactions;
import dev.roster.domain.access.Target;
import dev.roster.domain.audit.AuditRecord;
import dev.roster.domain.audit.AuditSeal;
import dev.roster.domain.role.RosterPermission;
import jakarta.inject.Inject;
import java.util.function.Consumer;

/** Hands out the whole audit trail with its seals, so that the copy can be verified later. */
public final class ExportAuditTrail {
    private final Transactions transactions;
    private final AccessGuard guard;
    private final AuditSealer sealer;
    private final AuditReading trail;

    @Inject
    ExportAuditTrail(Transactions transactions, AccessGuard guard, AuditSealer sealer, AuditReading trail) {
        this.transactions = transactions;
        this.guard = guard;
        this.sealer = sealer;
        this.trail = trail;
    }

    /** Oldest first: the events of each batch, then its seal, in the end what is not sealed yet. */
    public void handle(Caller caller, Consumer<AuditRecord> events, Consumer<AuditSeal> seals) {
        transactions.reading(() -> guard.require(caller, RosterPermission.AUDIT_READ, Target.instance()));
        sealer.seal();
        transactions.reading(() -> {
            guard.require(caller, RosterPermission.AUDIT_READ, Target.instance());
            trail.read(events, seals);
            return true;
        });
    }
}
