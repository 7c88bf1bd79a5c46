package dev.roster.application.fake;

import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Grants;
import dev.roster.domain.access.Grant;
import dev.roster.domain.access.GrantId;
import dev.roster.domain.access.GrantKind;
import dev.roster.domain.access.Target;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.membership.Place;
import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.Workspace;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Grants in memory. */
final class InMemoryGrants implements Grants {
    private final InMemoryStore store;

    InMemoryGrants(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Optional<Grant> add(Grant grant) {
        return store.write(tables -> tables.grants.stream().anyMatch(other -> isSamePlace(grant, other))
                ? Optional.empty()
                : Optional.of(tables.grants.add(grant.id(), grant::withNumber)));
    }

    private static boolean isSamePlace(Grant grant, Grant other) {
        return grant.user().equals(other.user())
                && grant.workspace().equals(other.workspace())
                && Objects.equals(grant.dataset(), other.dataset());
    }

    @Override
    public boolean update(Grant grant) {
        return store.write(
                tables -> tables.grants.change(grant.id(), before -> before.withRole(grant.role(), grant.updatedAt())));
    }

    @Override
    public Optional<Grant> find(GrantId id) {
        return store.read(tables -> tables.grants.find(id));
    }

    @Override
    public Page<Granted> list(Filter filter, PageRequest page) {
        return store.read(tables -> Pages.of(
                tables.grants.stream().filter(grant -> matches(filter, grant)).map(grant -> granted(tables, grant)),
                page,
                granted -> granted.grant().number()));
    }

    @Override
    public Page<Granted> listAround(UserId holder, Set<Target.Ref> places, Filter filter, PageRequest page) {
        return store.read(tables -> Pages.of(
                tables.grants.stream()
                        .filter(grant -> matches(filter, grant))
                        .map(grant -> granted(tables, grant))
                        .filter(granted -> granted.user().id().equals(holder) || isIn(granted, places)),
                page,
                granted -> granted.grant().number()));
    }

    private static boolean isIn(Granted granted, Set<Target.Ref> places) {
        Workspace workspace = granted.workspace();
        return Stream.of(
                        new Target.Ref(
                                Target.Kind.ORGANIZATION,
                                workspace.organization().value()),
                        new Target.Ref(Target.Kind.WORKSPACE, workspace.id().value()),
                        granted.target().ref())
                .anyMatch(places::contains);
    }

    private static boolean matches(Filter filter, Grant grant) {
        return (filter.user() == null || filter.user().equals(grant.user()))
                && (filter.kind() == null || (filter.kind() == GrantKind.DATASET) == (grant.dataset() != null))
                && (filter.workspace() == null || filter.workspace().equals(grant.workspace()))
                && (filter.dataset() == null || filter.dataset().equals(grant.dataset()));
    }

    private static Granted granted(Tables tables, Grant grant) {
        DatasetId dataset = grant.dataset();
        return new Granted(
                grant,
                tables.users.find(grant.user()).orElseThrow(),
                tables.workspaces.find(grant.workspace()).orElseThrow(),
                dataset == null ? null : tables.datasets.find(dataset).orElseThrow());
    }

    @Override
    public boolean remove(GrantId id) {
        return store.write(tables -> tables.grants.remove(id));
    }

    @Override
    public void removeAllOf(UserId user) {
        store.change(tables -> tables.grants.removeIf(grant -> grant.user().equals(user)));
    }

    @Override
    public void removeAllOf(UserId user, Place place) {
        store.change(tables -> tables.grants.removeIf(
                grant -> grant.user().equals(user) && InMemoryWorkspaces.isIn(tables, grant.workspace(), place)));
    }
}
