package dev.roster.application.membership;

import dev.roster.application.access.Caller;
import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Memberships;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.membership.Place;
import dev.roster.domain.role.RosterPermission;
import jakarta.inject.Inject;

/** Lists the members of an organization or workspace in order of joining. */
public final class ListMembers {
    private final UnitOfWork work;
    private final Places places;
    private final Memberships memberships;

    @Inject
    ListMembers(UnitOfWork work, Places places, Memberships memberships) {
        this.work = work;
        this.places = places;
        this.memberships = memberships;
    }

    public Page<Memberships.Member> handle(Caller caller, Place place, PageRequest page) {
        return work.reading(() -> {
            work.guard().require(caller, RosterPermission.MEMBER_READ, places.get(place));
            return memberships.members(place, page);
        });
    }
}
