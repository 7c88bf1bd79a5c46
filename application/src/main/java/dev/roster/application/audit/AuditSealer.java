package dev.roster.application.audit;

import dev.roster.application.Now;
import dev.roster.application.port.AuditSeals;
import dev.roster.application.port.AuditTrail;
import dev.roster.application.port.Transactions;
import dev.roster.domain.audit.AuditRecord;
import dev.roster.domain.audit.AuditSeal;
import dev.roster.domain.audit.Signing;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Closes what was written since with seals. Writers are not waited for and do not wait: events are read without holding
 * anything, and of several nodes that make the same seal one adds it.
 */
public final class AuditSealer {
    private final Transactions transactions;
    private final AuditTrail trail;
    private final AuditSeals seals;
    private final Signing signing;
    private final Now now;

    @Inject
    AuditSealer(Transactions transactions, AuditTrail trail, AuditSeals seals, Signing signing, Now now) {
        this.transactions = transactions;
        this.trail = trail;
        this.seals = seals;
        this.signing = signing;
        this.now = now;
    }

    /** Seals all that can be sealed now. Not to be called in a transaction. */
    public void seal() {
        OptionalLong settled = trail.settled();
        if (settled.isPresent()) {
            boolean more = true;
            while (more) {
                more = sealBatch(settled.getAsLong());
            }
        }
    }

    /** Returns false when nothing is left to seal. Where another node was faster, its seal is gone on from. */
    private boolean sealBatch(long settled) {
        Optional<AuditSeal> made = transactions.reading(() -> next(settled));
        made.ifPresent(seals::add);
        return made.isPresent();
    }

    private Optional<AuditSeal> next(long settled) {
        AuditSeal before = seals.newest().orElse(null);
        long after = before == null ? Long.MIN_VALUE : before.last();
        List<AuditRecord> batch = trail.records(after, settled, AuditSeal.MOST);
        return batch.isEmpty() ? Optional.empty() : Optional.of(AuditSeal.over(before, batch, now.get(), signing));
    }
}
