package dev.roster.application.credential;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;

/**
 * How long credentials stay valid.
 *
 * @param sessionIdle a session that is unused for this long ends
 * @param sessionLongest a session ends this long after it was opened, used or not
 * @param setUpLink how long the set-up link can be used
 * @param invitation how long an invitation can be accepted
 * @param passwordReset how long the link of a password reset can be used
 */
@RecordBuilder
public record Limits(
        Duration sessionIdle, Duration sessionLongest, Duration setUpLink, Duration invitation, Duration passwordReset)
        implements LimitsBuilder.With {
    /**
     * 5 days idle, 14 days in all (Label Studio's contract §1.7), a day for the set-up link, a week for an
     * invitation, half an hour for a reset (Arize's contract §3.8).
     */
    public static Limits usual() {
        return LimitsBuilder.builder()
                .sessionIdle(Duration.ofDays(5))
                .sessionLongest(Duration.ofDays(14))
                .setUpLink(Duration.ofDays(1))
                .invitation(Duration.ofDays(7))
                .passwordReset(Duration.ofMinutes(30))
                .build();
    }
}
