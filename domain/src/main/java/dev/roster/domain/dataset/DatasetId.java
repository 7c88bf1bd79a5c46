package dev.roster.domain.dataset;

import dev.roster.domain.text.Uuids;
import java.util.UUID;

/** Which dataset. A UUIDv7 (RFC 9562) unless the caller chose another UUID. */
public record DatasetId(UUID value) {
    /**
     * Reads a UUID as {@link Uuids} does.
     *
     * @throws dev.roster.domain.RefusedException INVALID, naming {@code dataset_id}
     */
    public static DatasetId parse(String text) {
        return new DatasetId(Uuids.parse("dataset_id", text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
