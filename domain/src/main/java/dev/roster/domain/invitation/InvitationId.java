package dev.roster.domain.invitation;

import dev.roster.domain.text.Uuids;
import java.util.UUID;

/** Which invitation. A UUIDv7 (RFC 9562). */
public record InvitationId(UUID value) {
    /**
     * Reads a UUID as {@link Uuids} does.
     *
     * @throws dev.roster.domain.RefusedException INVALID, naming {@code invitation_id}
     */
    public static InvitationId parse(String text) {
        return new InvitationId(Uuids.parse("invitation_id", text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
