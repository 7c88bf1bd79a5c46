package dev.roster.domain.workspace;

import dev.roster.domain.text.Uuids;
import java.util.UUID;

/** Which workspace. A UUIDv7 (RFC 9562) unless the caller chose another UUID. */
public record WorkspaceId(UUID value) {
    /**
     * Reads a UUID as {@link Uuids} does.
     *
     * @throws dev.roster.domain.RefusedException INVALID, naming {@code workspace_id}
     */
    public static WorkspaceId parse(String text) {
        return new WorkspaceId(Uuids.parse("workspace_id", text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
