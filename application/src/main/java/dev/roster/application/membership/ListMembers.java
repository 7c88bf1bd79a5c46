package dev.roster.application.membership;

import dev.roster.application.access.Caller;
import dev.roster.application.paging.CountedPage;
import dev.roster.application.paging.NumberedQuery;
import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Memberships;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.membership.Place;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.UserKind;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.function.Supplier;

/** Lists the members of an organization or workspace to those who hold {@code member:read} there. */
public final class ListMembers {
    /**
     * Which members, on which numbered page.
     *
     * @param kinds which accounts; empty for all
     */
    public record Query(Set<UserKind> kinds, Memberships.Order order, NumberedQuery page) {
        public Query {
            kinds = Set.copyOf(kinds);
        }
    }

    private final UnitOfWork work;
    private final Places places;
    private final Memberships memberships;

    @Inject
    ListMembers(UnitOfWork work, Places places, Memberships memberships) {
        this.work = work;
        this.places = places;
        this.memberships = memberships;
    }

    /** In order of joining. */
    public Page<Memberships.Member> handle(Caller caller, Place place, PageRequest page) {
        return list(caller, place, () -> memberships.members(place, page));
    }

    /** A page by its number, for doors whose clients count pages. */
    public CountedPage<Memberships.Member> numbered(Caller caller, Place place, Query query) {
        CountedPage<Memberships.Member> found =
                list(caller, place, () -> memberships.members(place, query.kinds(), query.order(), query.page()));
        query.page().requireFit(found.count());
        return found;
    }

    private <T> T list(Caller caller, Place place, Supplier<T> members) {
        return work.reading(() -> {
            work.guard().require(caller, RosterPermission.MEMBER_READ, places.get(place));
            return members.get();
        });
    }
}
