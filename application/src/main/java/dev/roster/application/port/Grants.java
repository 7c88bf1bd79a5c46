package dev.roster.application.port;

import dev.roster.domain.access.Grant;
import dev.roster.domain.access.GrantId;
import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.WorkspaceId;
import java.util.Optional;

/** Extra roles of users on workspaces and datasets. */
public interface Grants {
    /** Returns the grant with its number; empty, and changes nothing, when the user had one there already. */
    Optional<Grant> add(Grant grant);

    /** Stores the grant's role and time of change. Returns false when there is no such grant. */
    boolean update(Grant grant);

    Optional<Grant> find(GrantId id);

    /** Returns false, and changes nothing, when there was no such grant. */
    boolean remove(GrantId id);

    void removeAllOf(UserId user);

    /** Takes away what a user was granted on a workspace and on the datasets in it. */
    void removeAllOf(UserId user, WorkspaceId workspace);
}
