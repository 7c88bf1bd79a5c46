package dev.roster.application.workspace;

import dev.roster.application.access.Caller;
import dev.roster.application.access.PresentActors;
import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Memberships;
import dev.roster.application.port.Users;
import dev.roster.application.port.Workspaces;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.access.AccessPolicy;
import dev.roster.domain.access.Actor;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.Workspace;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Predicate;

/**
 * Lists the workspaces a user is a member of, in order of joining, as far as the caller may read them; a page may be short
 * although more pages follow. Everyone may see their own.
 */
public final class ListWorkspacesOfUser {
    private final UnitOfWork work;
    private final Users users;
    private final PresentActors actors;
    private final Workspaces workspaces;
    private final Memberships memberships;

    @Inject
    ListWorkspacesOfUser(
            UnitOfWork work, Users users, PresentActors actors, Workspaces workspaces, Memberships memberships) {
        this.work = work;
        this.users = users;
        this.actors = actors;
        this.workspaces = workspaces;
        this.memberships = memberships;
    }

    public Page<Memberships.Joined> handle(Caller caller, UserId id, PageRequest page) {
        return work.reading(() -> {
            work.guard().require(caller, RosterPermission.USER_READ, Target.of(users.get(id)));
            Predicate<Workspace> readable = readableFor(caller, id);
            return memberships.workspacesOf(id, page).filter(joined -> readable.test(joined.workspace()));
        });
    }

    /** The same, but for a user who may read every workspace all of them, oldest first. */
    public Page<Workspace> orAll(Caller caller, UserId id, PageRequest page) {
        return work.reading(() -> {
            Target instance = Target.instance();
            work.guard().require(caller, RosterPermission.USER_READ, Target.of(users.get(id)));
            boolean readsAll = actors.find(id, List.of(instance))
                    .filter(actor -> AccessPolicy.allows(actor, RosterPermission.WORKSPACE_READ, instance))
                    .isPresent();
            Page<Workspace> all = readsAll
                    ? workspaces.list(Workspaces.Filter.all(), page)
                    : memberships.workspacesOf(id, page).map(Memberships.Joined::workspace);
            return all.filter(readableFor(caller, id));
        });
    }

    private Predicate<Workspace> readableFor(Caller caller, UserId id) {
        if (caller.is(id)) {
            return own -> true;
        }
        Actor reader = work.guard().wholeActor(caller);
        return workspace -> AccessPolicy.allows(reader, RosterPermission.WORKSPACE_READ, Target.of(workspace));
    }
}
