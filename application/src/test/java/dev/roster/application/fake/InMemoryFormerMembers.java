package dev.roster.application.fake;

import dev.roster.application.fake.Tables.Pair;
import dev.roster.application.paging.CountedPage;
import dev.roster.application.paging.NumberedQuery;
import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.FormerMembers;
import dev.roster.domain.membership.FormerMembership;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.user.UserId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Former members in memory. */
final class InMemoryFormerMembers implements FormerMembers {
    private final InMemoryStore store;

    InMemoryFormerMembers(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Optional<FormerMembership> add(FormerMembership former) {
        Pair<OrganizationId> key = new Pair<>(former.organization(), former.user());
        Pair<Place> member = new Pair<>(Place.of(former.organization()), former.user());
        return store.write(tables -> tables.formerMembers.has(key) || tables.organizationMemberships.has(member)
                ? Optional.empty()
                : Optional.of(tables.formerMembers.add(key, former::withNumber)));
    }

    @Override
    public Set<UserId> formerOf(OrganizationId organization, Set<UserId> users) {
        return store.read(tables -> users.stream()
                .filter(user -> tables.formerMembers.has(new Pair<>(organization, user)))
                .collect(Collectors.toSet()));
    }

    @Override
    public void forget(OrganizationId organization, Set<UserId> users) {
        store.change(tables -> users.forEach(user -> tables.formerMembers.remove(new Pair<>(organization, user))));
    }

    @Override
    public void removeAllOf(UserId user) {
        store.change(
                tables -> tables.formerMembers.removeIf(former -> former.user().equals(user)));
    }

    @Override
    public Page<Former> list(OrganizationId organization, PageRequest page) {
        return store.read(tables -> Pages.of(
                of(tables, organization), page, former -> former.membership().number()));
    }

    private static Stream<Former> of(Tables tables, OrganizationId organization) {
        return tables.formerMembers.stream()
                .filter(former -> former.organization().equals(organization))
                .map(former -> new Former(tables.users.find(former.user()).orElseThrow(), former));
    }

    private static Stream<Former> people(Tables tables, OrganizationId organization) {
        return of(tables, organization).filter(former -> !former.user().isService());
    }

    @Override
    public CountedPage<Former> people(OrganizationId organization, NumberedQuery query) {
        return store.read(tables -> {
            List<Former> all = people(tables, organization)
                    .sorted(Comparator.comparingLong(
                            former -> former.membership().number()))
                    .toList();
            return new CountedPage<>(
                    all.stream().skip(query.before()).limit(query.most()).toList(), all.size());
        });
    }

    @Override
    public Optional<Former> findPerson(OrganizationId organization, long number) {
        return store.read(tables -> people(tables, organization)
                .filter(former -> former.user().number() == number)
                .findFirst());
    }
}
