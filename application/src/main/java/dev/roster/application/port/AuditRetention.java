package dev.roster.application.port;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long the audit trail is kept.
 *
 * @param period null for ever
 */
public record AuditRetention(@Nullable Duration period) {
    public static AuditRetention forever() {
        return new AuditRetention(null);
    }

    /** What was sealed before that time is not kept; empty when everything is. */
    public Optional<Instant> startAt(Instant now) {
        return Optional.ofNullable(period).map(now::minus);
    }
}
