package dev.roster.application.fake;

import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Organizations;
import dev.roster.domain.RefusedException;
import dev.roster.domain.annex.AnnexOwner;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.Workspace;
import java.util.List;
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
    public Optional<Organization> findByNumber(long number) {
        return store.read(tables -> tables.organizations.stream()
                .filter(organization -> organization.number() == number)
                .findFirst());
    }

    @Override
    public boolean remove(OrganizationId id) {
        return store.write(tables -> {
            workspaces(tables, id).forEach(workspace -> removeWithDatasets(tables, workspace));
            tables.organizationMemberships.removeIf(
                    membership -> membership.place().equals(Place.of(id)));
            tables.formerMembers.removeIf(former -> former.organization().equals(id));
            tables.inviteLinks.remove(id);
            InMemoryAnnexes.removeAll(tables, AnnexOwner.of(id));
            return tables.organizations.remove(id);
        });
    }

    private static List<Workspace> workspaces(Tables tables, OrganizationId id) {
        return tables.workspaces.stream()
                .filter(workspace -> workspace.organization().equals(id))
                .toList();
    }

    private static void removeWithDatasets(Tables tables, Workspace workspace) {
        datasets(tables, workspace).forEach(dataset -> InMemoryDatasets.remove(tables, dataset.id()));
        InMemoryWorkspaces.remove(tables, workspace.id());
    }

    private static List<Dataset> datasets(Tables tables, Workspace workspace) {
        return tables.datasets.stream()
                .filter(dataset -> dataset.workspace().equals(workspace.id()))
                .toList();
    }

    @Override
    public Contents contents(OrganizationId id) {
        return store.read(tables -> {
            List<Workspace> workspaces = workspaces(tables, id);
            return new Contents(
                    tables.organizationMemberships.stream()
                            .filter(membership -> membership.place().equals(Place.of(id)))
                            .count(),
                    workspaces.stream()
                            .mapToLong(workspace -> InMemoryWorkspaces.guests(tables, workspace.id()))
                            .sum(),
                    workspaces.size(),
                    workspaces.stream()
                            .mapToLong(workspace -> datasets(tables, workspace).size())
                            .sum());
        });
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
                                || tables.organizationMemberships.has(
                                        new Tables.Pair<>(Place.of(organization.id()), member))),
                page,
                Organization::number));
    }
}
