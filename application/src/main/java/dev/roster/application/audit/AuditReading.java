package dev.roster.application.audit;

import dev.roster.application.port.AuditSeals;
import dev.roster.application.port.AuditTrail;
import dev.roster.domain.audit.AuditRecord;
import dev.roster.domain.audit.AuditSeal;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Consumer;

/** Reads the trail from its beginning: the events of each batch, then the seal that closes it, then what is unsealed. */
final class AuditReading {
    private static final int SEALS = 50;
    private static final int RECORDS = 500;

    private final AuditTrail trail;
    private final AuditSeals seals;

    @Inject
    AuditReading(AuditTrail trail, AuditSeals seals) {
        this.trail = trail;
        this.seals = seals;
    }

    /** To be called in a transaction, so that it sees one state of both. */
    void read(Consumer<AuditRecord> events, Consumer<AuditSeal> closing) {
        long last = Long.MIN_VALUE;
        List<AuditSeal> found = seals.after(Long.MIN_VALUE, SEALS);
        while (!found.isEmpty()) {
            for (AuditSeal seal : found) {
                readEvents(last, seal.end(), events);
                closing.accept(seal);
                // Where somebody moved the end of a batch back, what was read is not read again.
                last = Math.max(last, seal.end());
            }
            found = seals.after(found.get(found.size() - 1).number(), SEALS);
        }
        readEvents(last, Long.MAX_VALUE, events);
    }

    private void readEvents(long after, long upTo, Consumer<AuditRecord> events) {
        long from = after;
        List<AuditRecord> records = trail.records(from, upTo, RECORDS);
        while (!records.isEmpty()) {
            records.forEach(events);
            from = records.get(records.size() - 1).event().number();
            records = trail.records(from, upTo, RECORDS);
        }
    }
}
