package dev.roster.application.grant;

import dev.roster.application.access.Caller;
import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Datasets;
import dev.roster.application.port.Grants;
import dev.roster.application.port.Grants.Granted;
import dev.roster.application.port.Workspaces;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.access.AccessPolicy;
import dev.roster.domain.access.Actor;
import dev.roster.domain.access.Holding;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.RosterPermission;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lists grants in order of creation. Callers see the grants on a place if they may read grants there, and always their own.
 * Without a place, lists all that the caller may see.
 */
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

    /** @throws dev.roster.domain.RefusedException FORBIDDEN where a place is named whose grants the caller may not read */
    public Page<Granted> handle(Caller caller, Grants.Filter filter, PageRequest page) {
        return work.reading(() -> {
            if (filter.user() != null && caller.is(filter.user())) {
                work.guard().requireAccount(caller);
                return grants.list(filter, page);
            }
            if (filter.workspace() != null || filter.dataset() != null) {
                work.guard().require(caller, RosterPermission.GRANT_READ, place(filter));
                return grants.list(filter, page);
            }
            Actor actor = work.guard().wholeActor(caller);
            return mayRead(actor, Target.instance()) ? grants.list(filter, page) : visible(actor, filter, page);
        });
    }

    private Target place(Grants.Filter filter) {
        return filter.dataset() == null
                ? Target.of(workspaces.get(Objects.requireNonNull(filter.workspace())))
                : datasets.get(filter.dataset()).target();
    }

    /** What a service account and its maker both reach is a place that one of them holds a role in. */
    private Page<Granted> visible(Actor actor, Grants.Filter filter, PageRequest page) {
        Set<Target.Ref> places = actor.withMakers().stream()
                .flatMap(one -> one.holdings().stream())
                .filter(held -> mayReadSomeIn(actor, held))
                .map(held -> held.place().ref())
                .collect(Collectors.toSet());
        return grants.listAround(actor.id(), places, filter, page)
                .filter(granted -> granted.user().id().equals(actor.id()) || mayRead(actor, granted.target()));
    }

    /** A role that reads only those on assigned datasets reads none on the place itself. */
    private static boolean mayReadSomeIn(Actor actor, Holding held) {
        return held.place().organization() != null
                && (mayRead(actor, held.place()) || held.role().assignedOnly().contains(RosterPermission.GRANT_READ));
    }

    private static boolean mayRead(Actor actor, Target target) {
        return AccessPolicy.allows(actor, RosterPermission.GRANT_READ, target);
    }
}
