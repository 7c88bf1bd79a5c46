package dev.roster.application.workspace;

import dev.roster.application.access.Caller;
import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Workspaces;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.access.AccessPolicy;
import dev.roster.domain.access.Actor;
import dev.roster.domain.access.Target;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.workspace.Workspace;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Lists workspaces, oldest first: all of them for callers who may read all, and otherwise those that the caller can reach. */
public final class ListWorkspaces {
    /**
     * Which workspaces; a null condition does not filter.
     *
     * @param name part of the name regardless of case
     * @param title part of the shown name, which is the name if there is no title, regardless of case
     */
    @RecordBuilder
    public record Query(
            @Nullable String name,
            @Nullable String title,
            @Nullable OrganizationId organization) implements ListWorkspacesQueryBuilder.With {
        public static Query all() {
            return ListWorkspacesQueryBuilder.builder().build();
        }
    }

    private final UnitOfWork work;
    private final Workspaces workspaces;

    @Inject
    ListWorkspaces(UnitOfWork work, Workspaces workspaces) {
        this.work = work;
        this.workspaces = workspaces;
    }

    public Page<Workspace> handle(Caller caller, Query query, PageRequest page) {
        return work.reading(() -> {
            Workspaces.Filter filter = Workspaces.Filter.all()
                    .withName(query.name())
                    .withTitle(query.title())
                    .withOrganization(query.organization());
            if (work.guard().allows(caller, RosterPermission.WORKSPACE_READ, Target.instance())) {
                return workspaces.list(filter, page);
            }
            Actor actor = work.guard().wholeActor(caller);
            return workspaces
                    .list(filter.visibleTo(actor.id()), page)
                    .filter(found -> AccessPolicy.allows(actor, RosterPermission.WORKSPACE_READ, Target.of(found)));
        });
    }
}
