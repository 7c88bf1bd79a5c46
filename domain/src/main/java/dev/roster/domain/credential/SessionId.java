package dev.roster.domain.credential;

import dev.roster.domain.text.Uuids;
import java.util.UUID;

/** Identifies a session and is not a secret. A UUIDv7 (RFC 9562) unless the caller chose another UUID. */
public record SessionId(UUID value) {
    /**
     * Reads a UUID as {@link Uuids} does.
     *
     * @throws dev.roster.domain.RefusedException INVALID, naming {@code session_id}
     */
    public static SessionId parse(String text) {
        return new SessionId(Uuids.parse("session_id", text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
