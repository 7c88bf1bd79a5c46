package dev.roster.domain.audit;

import java.time.Duration;
import java.time.Instant;
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
 * @param found what was there before events were signed; null where nothing of that is left
 * @param clockSteps the first events that are dated well before those in front of them: a clock was set back
 * @param faults the first of them; empty when the trail is as it was written
 * @param more whether there are more faults than told
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
     * The events that Roster found when it first signed the trail, as at an upgrade. What was done to them before cannot be
     * told any more.
     *
     * @param last the highest number among them
     * @param at when that was
     * @param fitted whether they fitted the seals they had then
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
