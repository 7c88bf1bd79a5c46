package dev.roster.domain.credential;

import dev.roster.domain.text.Uuids;
import java.util.UUID;

/** Which API key. A UUIDv7 (RFC 9562). */
public record ApiKeyId(UUID value) {
    /**
     * Reads a UUID as {@link Uuids} does.
     *
     * @throws dev.roster.domain.RefusedException INVALID, naming {@code key_id}
     */
    public static ApiKeyId parse(String text) {
        return new ApiKeyId(Uuids.parse("key_id", text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
