package dev.roster.domain.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of verifying the trail.
 *
 * @param events how many are sealed
 * @param seals how many close them
 * @param unsealed how many follow that no seal covers yet
 * @param erased how many of the events had personal data erased
 * @param newest the newest seal, which is worth keeping elsewhere: it alone tells when the end of the trail was cut off;
 *     null when there is none
 * @param faults the first of them, in order; empty when the trail is as it was written
 * @param more whether there are more faults than told
 */
public record AuditReport(
        long events,
        long seals,
        long unsealed,
        long erased,
        @Nullable AuditSeal newest,
        List<AuditFault> faults,
        boolean more) {
    public AuditReport {
        faults = List.copyOf(faults);
    }

    public boolean isIntact() {
        return faults.isEmpty();
    }
}
