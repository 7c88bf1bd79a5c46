package dev.roster.domain.audit;

import dev.roster.domain.text.Uuids;
import java.util.UUID;

/** Which audit event. A UUIDv7 (RFC 9562) unless the caller chose another UUID. */
public record AuditEventId(UUID value) {
    /**
     * Reads a UUID as {@link Uuids} does.
     *
     * @throws dev.roster.domain.RefusedException INVALID, naming {@code audit_event_id}
     */
    public static AuditEventId parse(String text) {
        return new AuditEventId(Uuids.parse("audit_event_id", text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
