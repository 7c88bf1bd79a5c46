package dev.roster.application.audit;

import dev.roster.domain.text.Moments;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long the audit trail is kept.
 *
 * @param period null if events are never removed
 */
public record AuditRetention(@Nullable Duration period) {
    public static AuditRetention forever() {
        return new AuditRetention(null);
    }

    /** What was sealed before that time is not kept; empty when everything is. Never before the first time that is stored. */
    public Optional<Instant> startAt(Instant now) {
        return Optional.ofNullable(period)
                .map(past ->
                        past.compareTo(Duration.between(Moments.FIRST, now)) > 0 ? Moments.FIRST : now.minus(past));
    }
}
