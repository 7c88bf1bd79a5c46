package dev.roster.domain.user;

import dev.roster.domain.text.Uuids;
import java.util.UUID;

/** Which user. A UUIDv7 (RFC 9562) unless the caller chose another UUID. */
public record UserId(UUID value) {
    /**
     * Reads a UUID as {@link Uuids} does.
     *
     * @throws dev.roster.domain.RefusedException INVALID, naming {@code user_id}
     */
    public static UserId parse(String text) {
        return new UserId(Uuids.parse("user_id", text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
