package dev.roster.domain.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of verifying the audit trail.
 *
 * @param events how many are sealed
 * @param seals how many close them
 * @param unsealed how many follow that no seal covers yet
 * @param erased how many of the events had personal data erased
 * @param newest the newest seal. Keep it elsewhere, as it alone shows that the end of the trail was cut off; null if there
 *     is none
 * @param found the events from before events were signed; null if there are none
 * @param clockSteps the first events dated well before the event in front of them: a clock was set back
 * @param faults the first faults; empty if the trail is intact
 * @param more whether there are more faults than listed
 */
public record AuditReport(
        long events,
        long seals,
        long unsealed,
        long erased,
        @Nullable AuditSeal newest,
        @Nullable Found found,
        List<ClockStep> clockSteps,
        List<AuditFault> faults,
        boolean more) {
    /**
     * The events that Roster found when it first signed the trail, as during an upgrade. Earlier changes to them cannot be
     * detected.
     *
     * @param last the highest number among them
     * @param at when they were found
     * @param fitted whether they matched their seals at that time
     */
    public record Found(long last, Instant at, boolean fitted) {}

    /**
     * An event of a clock that was behind.
     *
     * @param event its number
     * @param back by how much it is dated before the event in front of it
     */
    public record ClockStep(long event, Duration back) {}

    public AuditReport {
        clockSteps = List.copyOf(clockSteps);
        faults = List.copyOf(faults);
    }

    public boolean isIntact() {
        return faults.isEmpty();
    }
}
