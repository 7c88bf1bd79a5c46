package dev.roster.application.fake;

import dev.roster.application.fake.Tables.Pair;
import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Passwords.Kept;
import dev.roster.application.port.WholeStore;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Grant;
import dev.roster.domain.annex.Annex;
import dev.roster.domain.annex.AnnexOwner;
import dev.roster.domain.dataset.Assignment;
import dev.roster.domain.dataset.Contribution;
import dev.roster.domain.membership.FormerMembership;
import dev.roster.domain.membership.Membership;
import dev.roster.domain.membership.Place;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.Avatar;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A store in memory, gone through as a whole. */
final class InMemoryWholeStore implements WholeStore {
    private final InMemoryStore store;
    private final InMemoryUsers users;
    private final InMemoryGrants grants;
    private final InMemoryFormerMembers formers;

    InMemoryWholeStore(InMemoryStore store) {
        this.store = store;
        this.users = new InMemoryUsers(store);
        this.grants = new InMemoryGrants(store);
        this.formers = new InMemoryFormerMembers(store);
    }

    @Override
    public Page<Membership> memberships(Place.Kind kind, PageRequest page) {
        return page(tables -> tables.memberships(kind), page, Membership::number);
    }

    @Override
    public Page<FormerMembership> formerMembers(PageRequest page) {
        return page(tables -> tables.formerMembers, page, FormerMembership::number);
    }

    @Override
    public Page<Annex> annexes(AnnexOwner.Kind kind, PageRequest page) {
        return store.read(tables ->
                Pages.of(tables.annexes.stream().filter(annex -> annex.owner().kind() == kind), page, Annex::number));
    }

    @Override
    public Page<Assignment> assignments(PageRequest page) {
        return page(tables -> tables.assignments, page, Assignment::number);
    }

    @Override
    public Page<Contribution> contributions(PageRequest page) {
        return page(tables -> tables.contributions, page, Contribution::number);
    }

    private <T> Page<T> page(Function<Tables, Table<?, T>> table, PageRequest page, ToLongFunction<T> number) {
        return store.read(tables -> Pages.of(table.apply(tables).stream(), page, number));
    }

    @Override
    public Map<UserId, Avatar> avatars(Set<UserId> wanted) {
        return ofUsers(tables -> tables.avatars, wanted);
    }

    @Override
    public Map<UserId, Kept> passwords(Set<UserId> wanted) {
        return store.read(tables -> wanted.stream()
                .filter(tables.passwords::has)
                .collect(Collectors.toMap(
                        Function.identity(), user -> tables.password(user).orElseThrow())));
    }

    private <T> Map<UserId, T> ofUsers(Function<Tables, Table<UserId, T>> table, Set<UserId> wanted) {
        return store.read(tables -> wanted.stream()
                .filter(table.apply(tables)::has)
                .collect(Collectors.toMap(
                        Function.identity(),
                        user -> table.apply(tables).find(user).orElseThrow())));
    }

    @Override
    public Set<NameKey> takenLogins(Set<NameKey> wanted) {
        return store.read(tables -> tables.users.stream()
                .filter(user -> user.status() != UserStatus.DELETED)
                .flatMap(InMemoryWholeStore::logins)
                .filter(wanted::contains)
                .collect(Collectors.toSet()));
    }

    private static Stream<NameKey> logins(User user) {
        return user.email() == null
                ? Stream.of(user.username().key())
                : Stream.of(user.username().key(), user.email().key());
    }

    @Override
    public List<Boolean> addUsers(List<User> added) {
        return addAll(added, user -> {
            if (users.findEvenDeleted(user.id()).isPresent()) {
                return false;
            }
            if (user.status() == UserStatus.DELETED) {
                store.write(tables -> tables.users.add(user.id(), user::withNumber));
                return true;
            }
            if (logins(user).anyMatch(key -> users.findByLogin(key).isPresent())) {
                throw RefusedException.conflict("username", "`" + user.username() + "` is taken");
            }
            users.add(user);
            return true;
        });
    }

    @Override
    public void addPasswords(Map<UserId, Kept> passwords, Instant at) {
        store.change(tables -> passwords.forEach(
                (user, kept) -> tables.passwords.put(user, new Tables.KeptAt(kept, tables.epoch(user)))));
    }

    @Override
    public List<Boolean> addMemberships(List<Membership> memberships) {
        return addAll(
                memberships,
                one -> add(
                        tables -> tables.memberships(one.place().kind()),
                        new Pair<>(one.place(), one.user()),
                        other -> other.id().equals(one.id()),
                        one::withNumber));
    }

    @Override
    public List<Boolean> addFormerMembers(List<FormerMembership> added) {
        return addAll(added, one -> formers.add(one).isPresent());
    }

    @Override
    public List<Boolean> addAnnexes(List<Annex> annexes) {
        return addAll(
                annexes, one -> add(tables -> tables.annexes, Tables.Entry.of(one), other -> false, one::withNumber));
    }

    @Override
    public List<Boolean> addAssignments(List<Assignment> assignments) {
        return addAll(
                assignments,
                one -> add(
                        tables -> tables.assignments,
                        new Pair<>(one.dataset(), one.user()),
                        other -> false,
                        one::withNumber));
    }

    @Override
    public List<Boolean> addGrants(List<Grant> added) {
        return addAll(
                added, one -> grants.find(one.id()).isEmpty() && grants.add(one).isPresent());
    }

    @Override
    public List<Boolean> addContributions(List<Contribution> contributions) {
        return addAll(
                contributions,
                one -> add(
                        tables -> tables.contributions,
                        new Pair<>(one.dataset(), one.user()),
                        other -> false,
                        number -> new Contribution(
                                number, one.dataset(), one.user(), one.count(), one.firstAt(), one.lastAt())));
    }

    private <K, V> boolean add(Function<Tables, Table<K, V>> table, K key, Predicate<V> isSame, LongFunction<V> row) {
        return store.write(tables -> {
            Table<K, V> rows = table.apply(tables);
            if (rows.has(key) || rows.stream().anyMatch(isSame)) {
                return false;
            }
            rows.add(key, row);
            return true;
        });
    }

    private <T> List<Boolean> addAll(List<T> items, Function<T, Boolean> adding) {
        return store.write(tables -> items.stream().map(adding).toList());
    }
}
