package dev.roster.application.fake;

import dev.roster.application.fake.Tables.Pair;
import dev.roster.application.paging.CountedPage;
import dev.roster.application.paging.NumberedQuery;
import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Memberships;
import dev.roster.domain.access.AccessPolicy;
import dev.roster.domain.membership.MemberStanding;
import dev.roster.domain.membership.Membership;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserKind;
import dev.roster.domain.workspace.Workspace;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Memberships in memory. */
final class InMemoryMemberships implements Memberships {
    private final InMemoryStore store;

    InMemoryMemberships(InMemoryStore store) {
        this.store = store;
    }

    private static Table<Pair<Place>, Membership> table(Tables tables, Place place) {
        return tables.memberships(place.kind());
    }

    private static Pair<Place> key(Membership membership) {
        return new Pair<>(membership.place(), membership.user());
    }

    @Override
    public Optional<Membership> add(Membership membership) {
        Pair<Place> key = key(membership);
        return store.write(tables -> table(tables, membership.place()).has(key)
                ? Optional.empty()
                : Optional.of(table(tables, membership.place()).add(key, membership::withNumber)));
    }

    @Override
    public Optional<Membership> find(Place place, UserId user) {
        return store.read(tables -> table(tables, place).find(new Pair<>(place, user)));
    }

    @Override
    public Map<UserId, Membership> findAll(Place place, Set<UserId> users) {
        return store.read(tables -> users.stream()
                .flatMap(user -> table(tables, place).find(new Pair<>(place, user)).stream())
                .collect(Collectors.toMap(Membership::user, Function.identity())));
    }

    @Override
    public boolean update(Membership membership) {
        return store.write(tables -> table(tables, membership.place())
                .change(key(membership), before -> before.withRole(membership.role())));
    }

    @Override
    public boolean remove(Place place, UserId user) {
        return store.write(tables -> table(tables, place).remove(new Pair<>(place, user)));
    }

    @Override
    public void removeAllOf(UserId user) {
        store.change(tables -> {
            tables.organizationMemberships.removeIf(
                    membership -> membership.user().equals(user));
            tables.workspaceMemberships.removeIf(membership -> membership.user().equals(user));
        });
    }

    @Override
    public void removeAllOf(UserId user, OrganizationId organization) {
        store.change(tables -> tables.workspaceMemberships.removeIf(
                membership -> membership.user().equals(user)
                        && workspace(tables, membership).organization().equals(organization)));
    }

    private static Workspace workspace(Tables tables, Membership membership) {
        return tables.workspaces
                .find(((Place.OfWorkspace) membership.place()).workspace())
                .orElseThrow();
    }

    @Override
    public Page<Member> members(Place place, PageRequest page) {
        return store.read(tables -> Pages.of(
                members(tables, place), page, member -> member.membership().number()));
    }

    @Override
    public CountedPage<Member> members(Place place, Set<UserKind> kinds, Order order, NumberedQuery query) {
        return store.read(tables -> {
            List<Member> all = members(tables, place)
                    .filter(member ->
                            kinds.isEmpty() || kinds.contains(member.user().kind()))
                    .sorted(comparator(order))
                    .toList();
            List<Member> items =
                    all.stream().skip(query.before()).limit(query.most()).toList();
            return new CountedPage<>(items, all.size());
        });
    }

    @Override
    public CountedPage<User> people(OrganizationId organization, PeopleFilter filter, NumberedQuery query) {
        return store.read(tables -> {
            List<User> all = members(tables, Place.of(organization))
                    .filter(member -> !member.user().isService()
                            && (filter.text() == null || InMemoryUsers.mentions(member.user(), filter.text()))
                            && (filter.standings() == null || isOne(tables, filter.standings(), member)))
                    .sorted(comparator(Order.USERNAME))
                    .map(Member::user)
                    .toList();
            return new CountedPage<>(
                    all.stream().skip(query.before()).limit(query.most()).toList(), all.size());
        });
    }

    private static boolean isOne(Tables tables, Standings wanted, Member member) {
        Membership within = wanted.within() == null
                ? null
                : table(tables, Place.of(wanted.within()))
                        .find(new Pair<>(
                                Place.of(wanted.within()), member.user().id()))
                        .orElse(null);
        MemberStanding standing =
                MemberStanding.of(member.user(), member.membership(), within, AccessPolicy.ownersRole(), wanted.now());
        return wanted.kinds().contains(standing.kind())
                || (standing.role() != null
                        && wanted.roles().contains(standing.role().id()));
    }

    private static Comparator<Member> comparator(Order order) {
        Comparator<Member> byNumber =
                Comparator.comparingLong(member -> member.user().number());
        return switch (order) {
            case USERNAME ->
                Comparator.<Member, String>comparing(
                                member -> member.user().username().key().value())
                        .thenComparing(byNumber);
            case NUMBER -> byNumber;
        };
    }

    private static Stream<Member> members(Tables tables, Place place) {
        return table(tables, place).stream()
                .filter(membership -> membership.place().equals(place))
                .map(membership ->
                        new Member(tables.users.find(membership.user()).orElseThrow(), membership));
    }

    @Override
    public Page<Joined> workspacesOf(UserId user, PageRequest page) {
        return store.read(tables -> Pages.of(
                tables.workspaceMemberships.stream()
                        .filter(membership -> membership.user().equals(user))
                        .map(membership -> new Joined(workspace(tables, membership), membership)),
                page,
                joined -> joined.membership().number()));
    }

    @Override
    public Map<UserId, List<Workspace>> workspacesOf(Set<UserId> users) {
        return store.read(tables -> tables.workspaceMemberships.stream()
                .filter(membership -> users.contains(membership.user()))
                .collect(Collectors.groupingBy(
                        Membership::user,
                        Collectors.mapping(membership -> workspace(tables, membership), Collectors.toList()))));
    }
}
