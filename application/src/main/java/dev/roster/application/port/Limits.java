package dev.roster.application.port;

import java.time.Duration;

/**
 * How long things live.
 *
 * @param sessionIdle a session unused for that long is dead
 * @param sessionLongest a session ends that long after it was opened, used or not
 * @param setUpLink how long the set-up link can be used
 */
public record Limits(Duration sessionIdle, Duration sessionLongest, Duration setUpLink) {
    /** 5 days idle, 14 days in all (reference/label-studio-wire.md §1.7), a day for the set-up link. */
    public static Limits usual() {
        return new Limits(Duration.ofDays(5), Duration.ofDays(14), Duration.ofDays(1));
    }
}
