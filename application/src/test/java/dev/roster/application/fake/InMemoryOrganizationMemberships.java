package dev.roster.application.fake;

import dev.roster.application.fake.Tables.Pair;
import dev.roster.application.port.OrganizationMemberships;
import dev.roster.application.port.Page;
import dev.roster.application.port.PageRequest;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.organization.OrganizationMembership;
import dev.roster.domain.user.UserId;
import java.util.Optional;

/** Organization memberships in memory. */
final class InMemoryOrganizationMemberships implements OrganizationMemberships {
    private final InMemoryStore store;

    InMemoryOrganizationMemberships(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Optional<OrganizationMembership> add(OrganizationMembership membership) {
        Pair<OrganizationId> key = new Pair<>(membership.organization(), membership.user());
        return store.write(tables -> tables.organizationMemberships.has(key)
                ? Optional.empty()
                : Optional.of(tables.organizationMemberships.add(key, membership::withNumber)));
    }

    @Override
    public Optional<OrganizationMembership> find(OrganizationId organization, UserId user) {
        return store.read(tables -> tables.organizationMemberships.find(new Pair<>(organization, user)));
    }

    @Override
    public boolean update(OrganizationMembership membership) {
        Pair<OrganizationId> key = new Pair<>(membership.organization(), membership.user());
        return store.write(
                tables -> tables.organizationMemberships.change(key, before -> before.withRole(membership.role())));
    }

    @Override
    public boolean remove(OrganizationId organization, UserId user) {
        return store.write(tables -> tables.organizationMemberships.remove(new Pair<>(organization, user)));
    }

    @Override
    public void removeAllOf(UserId user) {
        store.change(tables -> tables.organizationMemberships.removeIf(
                membership -> membership.user().equals(user)));
    }

    @Override
    public Page<Member> members(OrganizationId organization, PageRequest page) {
        return store.read(tables -> Pages.of(
                tables.organizationMemberships.stream()
                        .filter(membership -> membership.organization().equals(organization))
                        .map(membership ->
                                new Member(tables.users.find(membership.user()).orElseThrow(), membership)),
                page,
                member -> member.membership().number()));
    }
}
