package dev.roster.application.grant;

import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.workspace.WorkspaceId;

/** What a grant is on, as a command names it. */
public sealed interface GrantPlace {
    /** A whole workspace. */
    record OnWorkspace(WorkspaceId workspace) implements GrantPlace {}

    /** One dataset. */
    record OnDataset(DatasetId dataset) implements GrantPlace {}
}
