package dev.roster.application.audit;

import dev.roster.application.access.Caller;
import dev.roster.application.port.SecretKeys;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.access.Target;
import dev.roster.domain.audit.AuditReport;
import dev.roster.domain.audit.AuditVerifier;
import dev.roster.domain.audit.SealMark;
import dev.roster.domain.audit.Signing;
import dev.roster.domain.role.RosterPermission;
import jakarta.inject.Inject;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Verifies the audit trail: finds events that were changed, removed, added or moved. */
public final class VerifyAuditTrail {
    private static final int TELL_EVERY = 10_000;

    private final UnitOfWork work;
    private final AuditSealer sealer;
    private final AuditReading trail;
    private final SecretKeys keys;
    private final Signing signing;

    @Inject
    VerifyAuditTrail(UnitOfWork work, AuditSealer sealer, AuditReading trail, SecretKeys keys, Signing signing) {
        this.work = work;
        this.sealer = sealer;
        this.trail = trail;
        this.keys = keys;
        this.signing = signing;
    }

    /**
     * @param expected a seal that was kept elsewhere and must exist, or null
     * @param progress is called from time to time with the number of events checked so far
     */
    public AuditReport handle(Caller caller, @Nullable SealMark expected, LongConsumer progress) {
        work.reading(() -> work.guard().require(caller, RosterPermission.AUDIT_READ, Target.instance()));
        sealer.seal();
        return work.reading(() -> {
            work.guard().require(caller, RosterPermission.AUDIT_READ, Target.instance());
            keys.requireCurrent();
            return verify(expected, progress);
        });
    }

    /**
     * Verifies a copy of the trail that {@link ExportAuditTrail} of this installation exported.
     *
     * @param reader passes the contents of the copy to the verifier
     */
    public AuditReport copy(Caller caller, @Nullable SealMark expected, Consumer<AuditVerifier> reader) {
        work.reading(() -> work.guard().require(caller, RosterPermission.AUDIT_READ, Target.instance()));
        AuditVerifier verifier = new AuditVerifier(signing, expected);
        reader.accept(verifier);
        return verifier.report();
    }

    private AuditReport verify(@Nullable SealMark expected, LongConsumer progress) {
        AuditVerifier verifier = new AuditVerifier(signing, expected);
        long[] seen = {0};
        trail.read(
                record -> {
                    verifier.event(record);
                    seen[0]++;
                    if (seen[0] % TELL_EVERY == 0) {
                        progress.accept(seen[0]);
                    }
                },
                verifier::seal);
        return verifier.report();
    }
}
