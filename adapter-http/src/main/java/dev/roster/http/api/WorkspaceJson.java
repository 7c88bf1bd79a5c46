package dev.roster.http.api;

import dev.roster.domain.workspace.Workspace;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A workspace. */
record WorkspaceJson(
        UUID id,
        String name,
        @Nullable String title,
        String description,
        UUID organizationId,
        Instant createdAt,
        Instant updatedAt) {
    static WorkspaceJson of(Workspace workspace) {
        return new WorkspaceJson(
                workspace.id().value(),
                workspace.name().value(),
                workspace.title(),
                workspace.description(),
                workspace.organization().value(),
                workspace.createdAt(),
                workspace.updatedAt());
    }
}
