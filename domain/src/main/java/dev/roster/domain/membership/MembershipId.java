package dev.roster.domain.membership;

import dev.roster.domain.text.Uuids;
import java.util.UUID;

/** Which membership. A UUIDv7 (RFC 9562) unless the caller chose another UUID. */
public record MembershipId(UUID value) {
    /**
     * Reads a UUID as {@link Uuids} does.
     *
     * @throws dev.roster.domain.RefusedException INVALID, naming {@code membership_id}
     */
    public static MembershipId parse(String text) {
        return new MembershipId(Uuids.parse("membership_id", text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
