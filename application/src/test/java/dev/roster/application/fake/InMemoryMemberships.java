package dev.roster.application.fake;

import dev.roster.application.fake.Tables.Pair;
import dev.roster.application.port.Memberships;
import dev.roster.application.port.Page;
import dev.roster.application.port.PageRequest;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.Membership;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Workspace memberships in memory. */
final class InMemoryMemberships implements Memberships {
    private final InMemoryStore store;

    InMemoryMemberships(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Optional<Membership> add(Membership membership) {
        Pair<WorkspaceId> key = new Pair<>(membership.workspace(), membership.user());
        return store.write(tables -> tables.memberships.has(key)
                ? Optional.empty()
                : Optional.of(tables.memberships.add(key, membership::withNumber)));
    }

    @Override
    public Optional<Membership> find(WorkspaceId workspace, UserId user) {
        return store.read(tables -> tables.memberships.find(new Pair<>(workspace, user)));
    }

    @Override
    public boolean update(Membership membership) {
        Pair<WorkspaceId> key = new Pair<>(membership.workspace(), membership.user());
        return store.write(tables -> tables.memberships.change(key, before -> before.withRole(membership.role())));
    }

    @Override
    public boolean remove(WorkspaceId workspace, UserId user) {
        return store.write(tables -> tables.memberships.remove(new Pair<>(workspace, user)));
    }

    @Override
    public void removeAllOf(UserId user) {
        store.change(tables ->
                tables.memberships.removeIf(membership -> membership.user().equals(user)));
    }

    @Override
    public void removeAllOf(UserId user, OrganizationId organization) {
        store.change(tables ->
                tables.memberships.removeIf(membership -> membership.user().equals(user)
                        && tables.workspaces
                                .find(membership.workspace())
                                .filter(workspace -> workspace.organization().equals(organization))
                                .isPresent()));
    }

    @Override
    public Page<Member> members(WorkspaceId workspace, PageRequest page) {
        return store.read(tables -> Pages.of(
                tables.memberships.stream()
                        .filter(membership -> membership.workspace().equals(workspace))
                        .map(membership ->
                                new Member(tables.users.find(membership.user()).orElseThrow(), membership)),
                page,
                member -> member.membership().number()));
    }

    @Override
    public Page<Joined> workspacesOf(UserId user, PageRequest page) {
        return store.read(tables -> Pages.of(
                tables.memberships.stream()
                        .filter(membership -> membership.user().equals(user))
                        .map(membership -> new Joined(
                                tables.workspaces.find(membership.workspace()).orElseThrow(), membership)),
                page,
                joined -> joined.membership().number()));
    }

    @Override
    public Map<UserId, List<Workspace>> workspacesOf(Set<UserId> users) {
        return store.read(tables -> tables.memberships.stream()
                .filter(membership -> users.contains(membership.user()))
                .collect(Collectors.groupingBy(
                        Membership::user,
                        Collectors.mapping(
                                membership -> tables.workspaces
                                        .find(membership.workspace())
                                        .orElseThrow(),
                                Collectors.toList()))));
    }
}
