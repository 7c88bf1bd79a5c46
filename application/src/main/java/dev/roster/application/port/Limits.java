package dev.roster.application.port;

import java.time.Duration;

/**
 * How long things live.
 *
 * @param sessionIdle a session unused for that long is dead
 * @param sessionLongest a session ends that long after it was opened, used or not
 * @param setUpLink how long the set-up link can be used
 * @param invitation how long an invitation can be accepted
 * @param passwordReset how long the link of a password reset can be used
 */
public record Limits(
        Duration sessionIdle,
        Duration sessionLongest,
        Duration setUpLink,
        Duration invitation,
        Duration passwordReset) {
    /**
     * 5 days idle, 14 days in all (reference/label-studio-wire.md §1.7), a day for the set-up link, a week for an
     * invitation, half an hour for a reset (reference/arize-wire.md §3.8).
     */
    public static Limits usual() {
        return new Limits(
                Duration.ofDays(5),
                Duration.ofDays(14),
                Duration.ofDays(1),
                Duration.ofDays(7),
                Duration.ofMinutes(30));
    }
}
