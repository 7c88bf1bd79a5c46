package dev.roster.domain.audit;

import java.util.UUID;

/** Which audit event. A UUIDv7 (RFC 9562) unless the caller chose another UUID. */
public record AuditEventId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
