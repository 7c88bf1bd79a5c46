package dev.roster.application.user;

import dev.roster.application.access.Caller;
import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Organizations;
import dev.roster.application.port.People;
import dev.roster.application.port.People.Person;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.access.Target;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.PersonStatus;
import jakarta.inject.Inject;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lists people, oldest account first: all of them to those who may read users, to others the members of the places where
 * they hold {@code member:read}.
 */
public final class ListPeople {
    /**
     * Which people. A null or empty condition does not narrow.
     *
     * @param email part of the e-mail address, without regard to case
     */
    public record Query(@Nullable String email, Set<PersonStatus> statuses) {}

    private final UnitOfWork work;
    private final People people;
    private final Organizations organizations;

    @Inject
    ListPeople(UnitOfWork work, People people, Organizations organizations) {
        this.organizations = organizations;
        this.work = work;
        this.people = people;
    }

    /** @throws dev.roster.domain.RefusedException FORBIDDEN naming {@code user:read} where the caller holds neither anywhere */
    public Page<Person> handle(Caller caller, Query query, PageRequest page) {
        People.Filter filter =
                People.Filter.all(work.now()).withEmail(query.email()).withStatuses(query.statuses());
        return work.reading(() -> {
            if (work.guard().allows(caller, RosterPermission.USER_READ, Target.instance())) {
                return people.list(filter, page);
            }
            Set<Place> shared = SharedPlaces.of(work.guard().wholeActor(caller));
            if (shared.isEmpty()) {
                work.guard().require(caller, RosterPermission.USER_READ, Target.instance());
            }
            return people.listIn(shared, filter, page);
        });
    }

    /**
     * Those of one organization alone, to who may see its members.
     *
     * @throws dev.roster.domain.RefusedException NOT_FOUND naming {@code organization}; FORBIDDEN naming {@code member:read}
     */
    public Page<Person> ofOrganization(Caller caller, OrganizationId id, PageRequest page) {
        return work.reading(() -> {
            Organization organization = organizations.get(id);
            work.guard().require(caller, RosterPermission.MEMBER_READ, Target.of(organization));
            return people.listIn(Set.of(Place.of(id)), People.Filter.all(work.now()), page);
        });
    }
}
