package dev.roster.application.fake;

import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Roles;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Holding;
import dev.roster.domain.access.Target;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.role.RoleRef;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.workspace.Workspace;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Roles in memory. */
final class InMemoryRoles implements Roles {
    private final InMemoryStore store;

    InMemoryRoles(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Role add(Role role) {
        return store.write(tables -> {
            if (named(tables, role.name().key()).isPresent()) {
                throw RefusedException.conflict("name", "the role name `" + role.name() + "` is taken");
            }
            return tables.roles.add(role.id(), role::withNumber);
        });
    }

    @Override
    public void update(Role role) {
        store.change(tables -> {
            if (named(tables, role.name().key())
                    .filter(other -> !other.id().equals(role.id()))
                    .isPresent()) {
                throw RefusedException.conflict("name", "the role name `" + role.name() + "` is taken");
            }
            tables.roles.change(role.id(), before -> role.withNumber(before.number()));
            replace(tables, role.id(), role.ref());
        });
    }

    @Override
    public boolean remove(RoleId id) {
        return store.write(tables -> {
            replace(tables, id, PredefinedRole.ANNOTATOR.ref());
            return tables.roles.remove(id);
        });
    }

    @Override
    public void reassign(RoleId from, RoleId to) {
        store.change(tables ->
                replace(tables, from, tables.roles.find(to).orElseThrow().ref()));
    }

    /** Puts a role in the place of another wherever it is held, or its new name in the place of its old. */
    private static void replace(Tables tables, RoleId from, RoleRef to) {
        tables.users.changeAll(user -> user.role().id().equals(from) ? user.withRole(to) : user);
        tables.organizationMemberships.changeAll(held -> isRole(held.role(), from) ? held.withRole(to) : held);
        tables.workspaceMemberships.changeAll(held -> isRole(held.role(), from) ? held.withRole(to) : held);
        tables.grants.changeAll(held -> isRole(held.role(), from) ? held.withRole(to, held.updatedAt()) : held);
    }

    private static boolean isRole(@Nullable RoleRef role, RoleId id) {
        return role != null && role.id().equals(id);
    }

    @Override
    public Uses uses(RoleId id) {
        return store.read(tables -> new Uses(
                living(tables).filter(user -> user.role().id().equals(id)).count(),
                living(tables)
                        .mapToLong(user -> inOrganizations(tables, user, id))
                        .sum(),
                living(tables).mapToLong(user -> inWorkspaces(tables, user, id)).sum(),
                living(tables).mapToLong(user -> granted(tables, user, id)).sum()));
    }

    @Override
    public Page<User> holders(RoleId id, PageRequest page) {
        return store.read(tables ->
                Pages.of(living(tables).filter(user -> holds(tables, user, id)), page, User::number));
    }

    @Override
    public Page<Target> places(RoleId id, Holding.Source source, Target.Kind kind, PageRequest page) {
        return store.read(tables -> switch (kind) {
            case ORGANIZATION ->
                Pages.of(
                                tables.organizations.stream()
                                        .filter(one -> tables.organizationMemberships.stream()
                                                .filter(held -> held.place().equals(Place.of(one.id())))
                                                .anyMatch(
                                                        held -> isHeld(tables, held.user(), held.role(), id, source))),
                                page,
                                Organization::number)
                        .map(Target::of);
            case WORKSPACE ->
                Pages.of(
                                tables.workspaces.stream().filter(one -> isHeldIn(tables, one, id, source)),
                                page,
                                Workspace::number)
                        .map(Target::of);
            case DATASET ->
                Pages.of(
                                tables.datasets.stream()
                                        .filter(one -> tables.grants.stream()
                                                .anyMatch(held ->
                                                        one.id().equals(held.dataset()) && isRole(held.role(), id))),
                                page,
                                Dataset::number)
                        .map(one -> InMemoryDatasets.located(tables, one).target());
            case INSTANCE, USER, ROLE -> throw new IllegalArgumentException("nobody is a member of " + kind);
        });
    }

    private static boolean isHeldIn(Tables tables, Workspace workspace, RoleId id, Holding.Source source) {
        return source == Holding.Source.GRANT
                ? tables.grants.stream()
                        .anyMatch(held -> held.dataset() == null
                                && held.workspace().equals(workspace.id())
                                && isRole(held.role(), id))
                : tables.workspaceMemberships.stream()
                        .filter(held -> held.place().equals(Place.of(workspace.id())))
                        .anyMatch(held -> isHeld(tables, held.user(), held.role(), id, source));
    }

    /** Whether a membership comes to that role in that way. */
    private static boolean isHeld(Tables tables, UserId user, @Nullable RoleRef own, RoleId id, Holding.Source source) {
        return source == Holding.Source.MEMBERSHIP
                ? isRole(own, id)
                : own == null
                        && living(tables)
                                .anyMatch(found -> found.id().equals(user)
                                        && found.role().id().equals(id));
    }

    @Override
    public Page<User> holdersAndTheirServices(RoleId id, PageRequest page) {
        return store.read(tables -> Pages.of(
                living(tables)
                        .filter(user -> holds(tables, user, id)
                                || (user.maker() != null
                                        && holds(
                                                tables,
                                                tables.users.find(user.maker()).orElseThrow(),
                                                id))),
                page,
                User::number));
    }

    @Override
    public boolean isHeldByGuests(RoleId id) {
        return store.read(tables -> living(tables)
                .filter(User::isGuest)
                .anyMatch(user -> user.role().id().equals(id)));
    }

    private static Stream<User> living(Tables tables) {
        return tables.users.stream().filter(user -> user.status() != UserStatus.DELETED);
    }

    static boolean holds(Tables tables, User user, RoleId id) {
        return user.role().id().equals(id)
                || inOrganizations(tables, user, id) + inWorkspaces(tables, user, id) + granted(tables, user, id) > 0;
    }

    private static long inOrganizations(Tables tables, User user, RoleId id) {
        return tables.organizationMemberships.stream()
                .filter(held -> held.user().equals(user.id()) && isRole(held.role(), id))
                .count();
    }

    private static long inWorkspaces(Tables tables, User user, RoleId id) {
        return tables.workspaceMemberships.stream()
                .filter(held -> held.user().equals(user.id()) && isRole(held.role(), id))
                .count();
    }

    private static long granted(Tables tables, User user, RoleId id) {
        return tables.grants.stream()
                .filter(held -> held.user().equals(user.id()) && isRole(held.role(), id))
                .count();
    }

    @Override
    public Optional<Role> find(RoleId id) {
        return store.read(tables -> tables.roles.find(id));
    }

    @Override
    public Optional<Role> findByName(NameKey name) {
        return store.read(tables -> named(tables, name));
    }

    private static Optional<Role> named(Tables tables, NameKey name) {
        return tables.roles.stream()
                .filter(role -> role.name().key().equals(name))
                .findFirst();
    }

    @Override
    public Page<Role> list(PageRequest page) {
        return store.read(tables -> Pages.of(tables.roles.stream(), page, Role::number));
    }

    @Override
    public Page<Role> list(boolean predefined, PageRequest page) {
        return store.read(tables -> Pages.of(
                tables.roles.stream()
                        .filter(role -> PredefinedRole.of(role.id()).isPresent() == predefined),
                page,
                Role::number));
    }
}
