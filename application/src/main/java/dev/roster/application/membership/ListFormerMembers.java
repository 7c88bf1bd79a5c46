package dev.roster.application.membership;

import dev.roster.application.access.Caller;
import dev.roster.application.paging.CountedPage;
import dev.roster.application.paging.NumberedQuery;
import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.FormerMembers;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.RosterPermission;
import jakarta.inject.Inject;
import java.util.Optional;

/** Lists the former members of an organization, in order of leaving. */
public final class ListFormerMembers {
    private final UnitOfWork work;
    private final Places places;
    private final FormerMembers formers;

    @Inject
    ListFormerMembers(UnitOfWork work, Places places, FormerMembers formers) {
        this.work = work;
        this.places = places;
        this.formers = formers;
    }

    /** @throws RefusedException NOT_FOUND naming {@code organization} */
    public Page<FormerMembers.Former> handle(Caller caller, OrganizationId organization, PageRequest page) {
        return work.reading(() -> {
            work.guard().require(caller, RosterPermission.MEMBER_READ, places.get(Place.of(organization)));
            return formers.list(organization, page);
        });
    }

    /**
     * A page of the people among them by its number, for doors whose clients count pages.
     *
     * @throws RefusedException NOT_FOUND naming {@code organization}
     */
    public CountedPage<FormerMembers.Former> people(Caller caller, OrganizationId organization, NumberedQuery page) {
        return work.reading(() -> {
            work.guard().require(caller, RosterPermission.MEMBER_READ, places.get(Place.of(organization)));
            return formers.people(organization, page);
        });
    }

    /**
     * The former member with that number.
     *
     * @throws RefusedException NOT_FOUND naming {@code organization}
     */
    public Optional<FormerMembers.Former> person(Caller caller, OrganizationId organization, long number) {
        return work.reading(() -> {
            work.guard().require(caller, RosterPermission.MEMBER_READ, places.get(Place.of(organization)));
            return formers.findPerson(organization, number);
        });
    }
}
