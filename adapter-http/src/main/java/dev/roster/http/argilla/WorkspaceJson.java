package dev.roster.http.argilla;

import dev.roster.domain.workspace.Workspace;
import dev.roster.http.dialect.Times;
import dev.roster.http.web.Shape;
import java.util.UUID;

/** A workspace in both APIs. */
record WorkspaceJson(UUID id, String name, String insertedAt, String updatedAt) {
    static final Shape<WorkspaceJson> SHAPE = Shape.of(WorkspaceJson.class);

    static WorkspaceJson of(Workspace workspace) {
        return new WorkspaceJson(
                workspace.id().value(),
                workspace.name().value(),
                Times.format(workspace.createdAt()),
                Times.format(workspace.updatedAt()));
    }
}
