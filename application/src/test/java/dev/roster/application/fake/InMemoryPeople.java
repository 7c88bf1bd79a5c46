package dev.roster.application.fake;

import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.People;
import dev.roster.domain.membership.Membership;
import dev.roster.domain.membership.Place;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.PersonStatus;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserKind;
import dev.roster.domain.user.UserStatus;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** People in memory. */
final class InMemoryPeople implements People {
    private final InMemoryStore store;

    InMemoryPeople(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Page<Person> list(Filter filter, PageRequest page) {
        return store.read(tables -> page(matching(tables, filter), filter, page));
    }

    @Override
    public Page<Person> listIn(Set<Place> places, Filter filter, PageRequest page) {
        return store.read(tables -> page(
                matching(tables, filter)
                        .filter(person -> !Collections.disjoint(
                                places, placesOf(tables, person.user().id()))),
                filter,
                page));
    }

    @Override
    public long count(Filter filter) {
        return store.read(tables -> matching(tables, filter).count());
    }

    @Override
    public long countIn(Set<Place> places, Filter filter) {
        return store.read(tables -> matching(tables, filter)
                .filter(person -> !Collections.disjoint(
                        places, placesOf(tables, person.user().id())))
                .count());
    }

    @Override
    public Optional<Person> find(UserId id, Instant now) {
        return store.read(tables -> matching(tables, Filter.all(now))
                .filter(person -> person.user().id().equals(id))
                .findFirst());
    }

    @Override
    public Set<Place> placesOf(UserId user) {
        return store.read(tables -> placesOf(tables, user));
    }

    private static Page<Person> page(Stream<Person> people, Filter filter, PageRequest page) {
        return Pages.ofUsers(people, filter.order(), page, Person::user);
    }

    private static Set<Place> placesOf(Tables tables, UserId user) {
        return Stream.concat(tables.organizationMemberships.stream(), tables.workspaceMemberships.stream())
                .filter(membership -> membership.user().equals(user))
                .map(Membership::place)
                .collect(Collectors.toSet());
    }

    private static Stream<Person> matching(Tables tables, Filter filter) {
        return tables.users.stream()
                .filter(user -> user.kind() == UserKind.PERSON && user.status() != UserStatus.DELETED)
                .map(user -> new Person(user, status(tables, user, filter.now())))
                .filter(person -> filter.email() == null || hasEmailWith(person.user(), filter.email()))
                .filter(person -> filter.text() == null || InMemoryUsers.mentions(person.user(), filter.text()))
                .filter(person -> filter.role() == null
                        || filter.role().equals(person.user().role().id()))
                .filter(person -> InMemoryUsers.isUnseen(person.user(), filter.unseenSince()))
                .filter(person ->
                        filter.statuses().isEmpty() || filter.statuses().contains(person.status()));
    }

    private static boolean hasEmailWith(User user, String part) {
        EmailAddress email = user.email();
        return email != null && Pages.contains(email.value(), part);
    }

    private static PersonStatus status(Tables tables, User user, Instant now) {
        return switch (user.status()) {
            case ACTIVE -> PersonStatus.ACTIVE;
            case DEACTIVATED, DELETED -> PersonStatus.DEACTIVATED;
            case INVITED -> isPending(tables, user, now) ? PersonStatus.INVITED : PersonStatus.EXPIRED;
        };
    }

    private static boolean isPending(Tables tables, User user, Instant now) {
        return tables.invitations
                .find(user.id())
                .filter(sent -> sent.epoch() == tables.epoch(user.id()))
                .filter(sent -> sent.invitation().isPending(now))
                .isPresent();
    }
}
