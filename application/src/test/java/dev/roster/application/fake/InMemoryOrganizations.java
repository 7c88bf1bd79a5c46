package dev.roster.application.fake;

import dev.roster.application.port.Organizations;
import dev.roster.application.port.Page;
import dev.roster.application.port.PageRequest;
import dev.roster.domain.RefusedException;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.UserId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Organizations in memory. */
final class InMemoryOrganizations implements Organizations {
    private final InMemoryStore store;

    InMemoryOrganizations(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Organization add(Organization organization) {
        return store.write(tables -> {
            if (tables.organizations.has(organization.id())) {
                throw RefusedException.conflict(
                        "id", "there is an organization with the id `" + organization.id() + "`");
            }
            refuseTakenName(tables, organization);
            return tables.organizations.add(organization.id(), organization::withNumber);
        });
    }

    @Override
    public void update(Organization organization) {
        store.change(tables -> {
            refuseTakenName(tables, organization);
            tables.organizations.change(organization.id(), before -> organization.withNumber(before.number()));
        });
    }

    private static void refuseTakenName(Tables tables, Organization organization) {
        NameKey key = organization.name().key();
        if (tables.organizations.stream()
                .filter(other -> !other.id().equals(organization.id()))
                .anyMatch(other -> other.name().key().equals(key))) {
            throw RefusedException.conflict("name", "the organization name `" + organization.name() + "` is taken");
        }
    }

    @Override
    public Optional<Organization> find(OrganizationId id) {
        return store.read(tables -> tables.organizations.find(id));
    }

    @Override
    public Optional<Organization> findByName(NameKey name) {
        return store.read(tables -> tables.organizations.stream()
                .filter(organization -> organization.name().key().equals(name))
                .findFirst());
    }

    @Override
    public Optional<Organization> findDefault() {
        return store.read(tables -> tables.organizations.stream().findFirst());
    }

    @Override
    public Page<Organization> list(@Nullable String name, @Nullable UserId member, PageRequest page) {
        return store.read(tables -> Pages.of(
                tables.organizations.stream()
                        .filter(organization ->
                                Pages.contains(organization.name().value(), name))
                        .filter(organization -> member == null
                                || tables.organizationMemberships.has(new Tables.Pair<>(organization.id(), member))),
                page,
                Organization::number));
    }
}
