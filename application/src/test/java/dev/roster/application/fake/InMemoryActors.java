package dev.roster.application.fake;

import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Actors;
import dev.roster.domain.access.Actor;
import dev.roster.domain.access.Grant;
import dev.roster.domain.access.Target;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.membership.Membership;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RoleRef;
import dev.roster.domain.user.Stay;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.workspace.WorkspaceId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Actors made from what the other ports keep in memory. */
final class InMemoryActors implements Actors {
    private final InMemoryStore store;

    InMemoryActors(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Optional<Actor> find(UserId user, Collection<Target> targets) {
        List<Target> around = List.copyOf(targets);
        return store.read(tables -> living(tables, user).map(found -> actor(tables, found, around)));
    }

    @Override
    public Optional<Actor> findWhole(UserId user) {
        return store.read(tables -> living(tables, user).map(found -> actor(tables, found, null)));
    }

    @Override
    public Map<UserId, Actor> findWhole(Set<UserId> users) {
        return store.read(tables -> users.stream()
                .flatMap(user -> living(tables, user).stream())
                .collect(Collectors.toMap(User::id, found -> actor(tables, found, null))));
    }

    @Override
    public Page<Foothold> footholds(Set<UserId> users, boolean assigned, PageRequest page) {
        return store.read(tables -> Pages.of(
                tables.users.stream()
                        .filter(user -> users.contains(user.id()))
                        .map(user -> actor(tables, user, null))
                        .flatMap(actor -> Stream.concat(
                                actor.holdings().stream()
                                        .map(held -> held.place().ref()),
                                actor.assigned().stream()
                                        .filter(dataset -> assigned)
                                        .map(dataset -> new Target.Ref(Target.Kind.DATASET, dataset.value()))))
                        .filter(place -> place.kind() != Target.Kind.INSTANCE)
                        .distinct()
                        .map(place -> new Foothold(place, number(tables, place))),
                page,
                Foothold::order));
    }

    private static long number(Tables tables, Target.Ref place) {
        return switch (place.kind()) {
            case ORGANIZATION ->
                tables.organizations
                        .find(new OrganizationId(place.id()))
                        .orElseThrow()
                        .number();
            case WORKSPACE ->
                tables.workspaces
                        .find(new WorkspaceId(place.id()))
                        .orElseThrow()
                        .number();
            case DATASET ->
                tables.datasets.find(new DatasetId(place.id())).orElseThrow().number();
            case INSTANCE, USER, ROLE -> throw new IllegalArgumentException(place.toString());
        };
    }

    @Override
    public Page<Numbered> near(Target target, PageRequest page) {
        return store.read(tables -> Pages.of(
                tables.users.stream()
                        .filter(user -> user.isActive() && isNear(tables, user, target))
                        .map(user -> new Numbered(user.number(), actor(tables, user, List.of(target)))),
                page,
                Numbered::number));
    }

    private static Optional<User> living(Tables tables, UserId user) {
        return tables.users.find(user).filter(found -> found.status() != UserStatus.DELETED);
    }

    private static boolean isNear(Tables tables, User user, Target target) {
        return isPowerful(role(tables, user.role()))
                || (target.kind() == Target.Kind.USER
                        && target.id().equals(user.id().value()))
                || memberships(tables, user).anyMatch(held -> isAround(held, target) && isFelt(tables, held, target))
                || tables.grants.stream().anyMatch(held -> held.user().equals(user.id()) && isAround(held, target));
    }

    /** Of a member of the organization around a workspace or a dataset, what counts is a role that reaches what is in it. */
    private static boolean isFelt(Tables tables, Membership held, Target target) {
        Role own = own(tables, held.role());
        return target.kind() == Target.Kind.ORGANIZATION
                || held.place().<Boolean>either(organization -> false, workspace -> true)
                || (own != null && own.reachesWorkspaces());
    }

    private static boolean isPowerful(Role role) {
        return role.isOwner() || role.permissions().stream().anyMatch(Permission::isInstanceWide);
    }

    /** @param around what the actor is asked about, or null for everything */
    private static Actor actor(Tables tables, User user, @Nullable List<Target> around) {
        Stay stay = user.stay();
        Actor.Builder actor = Actor.named(user.id(), user.username().value(), user.status(), role(tables, user.role()))
                .until(stay == null ? null : stay.until());
        memberships(tables, user)
                .filter(held -> isAny(around, held, InMemoryActors::isAround))
                .forEach(held -> actor.member(place(tables, held), own(tables, held.role())));
        tables.grants.stream()
                .filter(held -> held.user().equals(user.id()))
                .filter(held -> isAny(around, held, InMemoryActors::isAround))
                .forEach(held -> actor.granted(place(tables, held), role(tables, held.role())));
        tables.assignments.stream()
                .filter(held -> held.user().equals(user.id()))
                .filter(held -> isAny(around, held.dataset(), (id, target) -> id.equals(target.dataset())))
                .forEach(held -> actor.assignedTo(held.dataset()));
        UserId maker = user.maker();
        if (maker != null) {
            actor.madeBy(actor(tables, tables.users.find(maker).orElseThrow(), around));
        }
        return actor.build();
    }

    private static <T> boolean isAny(@Nullable List<Target> around, T held, BiPredicate<T, Target> condition) {
        return around == null || around.stream().anyMatch(target -> condition.test(held, target));
    }

    private static boolean isAround(Grant grant, Target target) {
        DatasetId dataset = grant.dataset();
        return dataset == null ? grant.workspace().equals(target.workspace()) : dataset.equals(target.dataset());
    }

    /** Of organizations, then of workspaces. */
    private static Stream<Membership> memberships(Tables tables, User user) {
        return Stream.concat(tables.organizationMemberships.stream(), tables.workspaceMemberships.stream())
                .filter(held -> held.user().equals(user.id()));
    }

    private static boolean isAround(Membership held, Target target) {
        return held.place().either(id -> id.equals(target.organization()), id -> id.equals(target.workspace()));
    }

    private static Target place(Tables tables, Membership held) {
        return held.place().either(id -> organization(tables, id), id -> workspace(tables, id));
    }

    private static Target place(Tables tables, Grant grant) {
        DatasetId dataset = grant.dataset();
        return dataset == null
                ? workspace(tables, grant.workspace())
                : InMemoryDatasets.located(tables, tables.datasets.find(dataset).orElseThrow())
                        .target();
    }

    private static Target organization(Tables tables, OrganizationId id) {
        return Target.of(tables.organizations.find(id).orElseThrow());
    }

    private static Target workspace(Tables tables, WorkspaceId id) {
        return Target.of(tables.workspaces.find(id).orElseThrow());
    }

    private static @Nullable Role own(Tables tables, @Nullable RoleRef role) {
        return role == null ? null : role(tables, role);
    }

    private static Role role(Tables tables, RoleRef role) {
        return tables.roles.find(role.id()).orElseThrow();
    }
}
