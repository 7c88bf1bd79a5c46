package dev.roster.application.grant;

import dev.roster.application.access.Caller;
import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Datasets;
import dev.roster.application.port.Grants;
import dev.roster.application.port.Workspaces;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;

/** Lists grants in order of making: those on a place to who may read them there, all of them to who may everywhere. */
public final class ListGrants {
    private final UnitOfWork work;
    private final Workspaces workspaces;
    private final Datasets datasets;
    private final Grants grants;

    @Inject
    ListGrants(UnitOfWork work, Workspaces workspaces, Datasets datasets, Grants grants) {
        this.work = work;
        this.workspaces = workspaces;
        this.datasets = datasets;
        this.grants = grants;
    }

    public Page<Grants.Granted> handle(Caller caller, Grants.Filter filter, PageRequest page) {
        return work.reading(() -> {
            UserId user = filter.user();
            if (user != null && caller.is(user)) {
                work.guard().requireAccount(caller);
            } else {
                work.guard().require(caller, RosterPermission.GRANT_READ, place(filter));
            }
            return grants.list(filter, page);
        });
    }

    private Target place(Grants.Filter filter) {
        if (filter.dataset() != null) {
            return datasets.get(filter.dataset()).target();
        }
        return filter.workspace() == null ? Target.instance() : Target.of(workspaces.get(filter.workspace()));
    }
}
