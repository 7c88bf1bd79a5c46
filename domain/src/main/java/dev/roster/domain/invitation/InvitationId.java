package dev.roster.domain.invitation;

import java.util.UUID;

/** Which invitation. A UUIDv7 (RFC 9562). */
public record InvitationId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
