package dev.roster.application.secret;

import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.AuditSeals;
import dev.roster.application.port.AuditTrail;
import dev.roster.application.port.KeyCustody.NextKey;
import dev.roster.domain.audit.AuditRecord;
import dev.roster.domain.audit.AuditSeal;
import dev.roster.domain.audit.Signing;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Signs the audit trail with another key, in the transaction of the use case that changes it. Digests do not depend on the
 * key, so a seal that was written down stays good.
 */
final class SigningAnew {
    /** How many events and seals were signed again, and how many were not genuine and are unchanged. */
    public record Counts(long done, long left) {
        private Counts plus(int signed, int of) {
            return new Counts(done + signed, left + of - signed);
        }
    }

    private final AuditTrail trail;
    private final AuditSeals seals;
    private final Signing present;

    @Inject
    SigningAnew(AuditTrail trail, AuditSeals seals, Signing present) {
        this.trail = trail;
        this.seals = seals;
        this.present = present;
    }

    Counts sign(NextKey next) {
        return signSeals(next.signing(), signEvents(next.signing()));
    }

    private Counts signEvents(Signing next) {
        Counts counts = new Counts(0, 0);
        List<AuditRecord> page = trail.records(Long.MIN_VALUE, Long.MAX_VALUE, PageRequest.MOST);
        while (!page.isEmpty()) {
            List<AuditRecord> signed = page.stream()
                    .filter(record -> record.isSigned(present))
                    .map(record -> record.signedAnew(next))
                    .toList();
            trail.sign(signed);
            counts = counts.plus(signed.size(), page.size());
            page = trail.records(page.get(page.size() - 1).event().number(), Long.MAX_VALUE, PageRequest.MOST);
        }
        return counts;
    }

    private Counts signSeals(Signing next, Counts before) {
        Counts counts = before;
        List<AuditSeal> page = seals.after(Long.MIN_VALUE, PageRequest.MOST);
        while (!page.isEmpty()) {
            List<AuditSeal> signed = page.stream()
                    .filter(seal -> seal.isGenuine(present))
                    .map(seal -> seal.signedAnew(present, next))
                    .toList();
            seals.sign(signed);
            counts = counts.plus(signed.size(), page.size());
            page = seals.after(page.get(page.size() - 1).number(), PageRequest.MOST);
        }
        return counts;
    }
}
