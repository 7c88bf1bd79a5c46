package dev.roster.application.user;

import dev.roster.application.access.Caller;
import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Organizations;
import dev.roster.application.port.People;
import dev.roster.application.port.People.Person;
import dev.roster.application.port.UserOrder;
import dev.roster.application.port.Workspaces;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.access.Target;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.PersonStatus;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lists and counts people: all of them for callers who may read users, and otherwise the members of the places where the
 * caller holds {@code member:read}.
 */
public final class ListPeople {
    /**
     * Which people. A null or empty condition does not narrow.
     *
     * @param text part of the username, the e-mail, the display name, or of first and last name, regardless of case
     * @param email part of the e-mail address, regardless of case
     * @param role the account role
     * @param place members of that place alone
     * @param unseenSince not seen since then; for an unused account its creation counts
     */
    @RecordBuilder
    public record Query(
            @Nullable String text,
            @Nullable String email,
            Set<PersonStatus> statuses,
            @Nullable RoleId role,
            @Nullable Place place,
            @Nullable Instant unseenSince,
            UserOrder order)
            implements ListPeopleQueryBuilder.With {
        public Query {
            statuses = Set.copyOf(statuses);
            Objects.requireNonNull(order, "order");
        }

        /** All people, oldest account first. */
        public static Query all() {
            return ListPeopleQueryBuilder.builder()
                    .statuses(Set.of())
                    .order(UserOrder.OLDEST)
                    .build();
        }

        private People.Filter filter(Instant now) {
            return People.Filter.all(now)
                    .withText(text)
                    .withEmail(email)
                    .withStatuses(statuses)
                    .withRole(role)
                    .withUnseenSince(unseenSince)
                    .withOrder(order);
        }
    }

    private final UnitOfWork work;
    private final People people;
    private final Organizations organizations;
    private final Workspaces workspaces;

    @Inject
    ListPeople(UnitOfWork work, People people, Organizations organizations, Workspaces workspaces) {
        this.work = work;
        this.people = people;
        this.organizations = organizations;
        this.workspaces = workspaces;
    }

    /**
     * @throws dev.roster.domain.RefusedException NOT_FOUND naming the kind of the place; FORBIDDEN naming {@code user:read}
     *     where the caller holds neither anywhere, or {@code member:read} of the place
     */
    public Page<Person> handle(Caller caller, Query query, PageRequest page) {
        People.Filter filter = query.filter(work.now());
        return work.reading(() -> places(caller, query.place())
                .map(places -> people.listIn(places, filter, page))
                .orElseGet(() -> people.list(filter, page)));
    }

    /** How many {@link #handle} lists in all. */
    public long count(Caller caller, Query query) {
        People.Filter filter = query.filter(work.now());
        return work.reading(() -> places(caller, query.place())
                .map(places -> people.countIn(places, filter))
                .orElseGet(() -> people.count(filter)));
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

    /** Whose members the caller may see of those that are asked for; empty for everybody. */
    private Optional<Set<Place>> places(Caller caller, @Nullable Place asked) {
        Target place = asked == null
                ? null
                : asked.either(id -> Target.of(organizations.get(id)), id -> Target.of(workspaces.get(id)));
        if (work.guard().allows(caller, RosterPermission.USER_READ, Target.instance())) {
            return asked == null ? Optional.empty() : Optional.of(Set.of(asked));
        }
        if (asked != null && place != null) {
            work.guard().require(caller, RosterPermission.MEMBER_READ, place);
            return Optional.of(Set.of(asked));
        }
        Set<Place> shared = SharedPlaces.of(work.guard().wholeActor(caller));
        if (shared.isEmpty()) {
            work.guard().require(caller, RosterPermission.USER_READ, Target.instance());
        }
        return Optional.of(shared);
    }
}
