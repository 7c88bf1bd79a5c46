package dev.roster.domain.organization;

import dev.roster.domain.text.Uuids;
import java.util.UUID;

/** Which organization. A UUIDv7 (RFC 9562) unless the caller chose another UUID. */
public record OrganizationId(UUID value) {
    /**
     * Reads a UUID as {@link Uuids} does.
     *
     * @throws dev.roster.domain.RefusedException INVALID, naming {@code organization_id}
     */
    public static OrganizationId parse(String text) {
        return new OrganizationId(Uuids.parse("organization_id", text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
