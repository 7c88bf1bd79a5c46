package dev.roster.application.workspace;

import dev.roster.application.access.Caller;
import dev.roster.application.port.Memberships;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.access.AccessPolicy;
import dev.roster.domain.access.Actor;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.Workspace;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lists the workspaces that many users are members of, each in order of joining, as far as the caller may read members
 * there; the caller's own are always included.
 */
public final class ListWorkspacesOfUsers {
    private final UnitOfWork work;
    private final Memberships memberships;

    @Inject
    ListWorkspacesOfUsers(UnitOfWork work, Memberships memberships) {
        this.work = work;
        this.memberships = memberships;
    }

    /** A list for each of the users; empty for one who is in no workspace, or does not exist. */
    public Map<UserId, List<Workspace>> handle(Caller caller, Set<UserId> users) {
        return work.reading(() -> {
            Actor actor = work.guard().wholeActor(caller);
            Map<UserId, List<Workspace>> found = memberships.workspacesOf(users);
            Map<UserId, List<Workspace>> shown = new HashMap<>();
            for (UserId user : users) {
                shown.put(
                        user,
                        found.getOrDefault(user, List.of()).stream()
                                .filter(workspace -> caller.is(user) || mayReadMembers(actor, workspace))
                                .toList());
            }
            return shown;
        });
    }

    private static boolean mayReadMembers(Actor actor, Workspace workspace) {
        return AccessPolicy.allows(actor, RosterPermission.MEMBER_READ, Target.of(workspace));
    }
}
