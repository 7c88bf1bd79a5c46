package dev.roster.domain.role;

import dev.roster.domain.text.Uuids;
import java.util.UUID;

/** Which role. The predefined ones have fixed ids, see {@link PredefinedRole}; a custom role has a UUIDv7. */
public record RoleId(UUID value) {
    /**
     * Reads a UUID as {@link Uuids} does.
     *
     * @throws dev.roster.domain.RefusedException INVALID, naming {@code role_id}
     */
    public static RoleId parse(String text) {
        return new RoleId(Uuids.parse("role_id", text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
