package dev.roster.domain.access;

import dev.roster.domain.text.Uuids;
import java.util.UUID;

/** Which grant. A UUIDv7 (RFC 9562) unless the caller chose another UUID. */
public record GrantId(UUID value) {
    /**
     * Reads a UUID as {@link Uuids} does.
     *
     * @throws dev.roster.domain.RefusedException INVALID, naming {@code grant_id}
     */
    public static GrantId parse(String text) {
        return new GrantId(Uuids.parse("grant_id", text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
