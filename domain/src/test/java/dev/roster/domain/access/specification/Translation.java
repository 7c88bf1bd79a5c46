package dev.roster.domain.access.specification;

import dev.roster.domain.access.AccessPolicy;
import dev.roster.domain.access.Actor;
import dev.roster.domain.access.Decision;
import dev.roster.domain.access.Target;
import dev.roster.domain.access.specification.World.Account;
import dev.roster.domain.access.specification.World.At;
import dev.roster.domain.access.specification.World.Custom;
import dev.roster.domain.access.specification.World.Data;
import dev.roster.domain.dataset.DatasetAccess;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.PermissionSet;
import dev.roster.domain.role.PermissionTable;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Reach;
import dev.roster.domain.role.RegisteredPermission;
import dev.roster.domain.role.RegisteredReach;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.role.RoleName;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.workspace.WorkspaceId;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A world as Roster's own objects, to ask the policy about. What has the same name in two worlds has the same id. */
final class Translation {
    private final World world;
    private final PermissionTable table;
    private final Map<String, Role> roles = new HashMap<>();
    private final Map<Thing, Target> targets = new HashMap<>();
    private final Map<String, Actor> actors = new HashMap<>();

    Translation(World world) {
        this.world = world;
        this.table = table(world);
        Stream.of(PredefinedRole.values()).forEach(role -> roles.put(role.word(), table.role(role)));
        world.roles.forEach((name, custom) -> roles.put(name, role(name, custom)));
        world.things().forEach(this::target);
        world.users.keySet().forEach(this::actor);
    }

    private static PermissionTable table(World world) {
        Map<RegisteredPermission, RegisteredReach> registered = new HashMap<>();
        world.registered.forEach(permission -> registered.put(
                new RegisteredPermission(permission),
                new RegisteredReach(Stream.of(PredefinedRole.values())
                        .filter(role -> world.reaches.containsKey(new At(role.word(), permission)))
                        .collect(Collectors.toMap(
                                Function.identity(),
                                role -> "A".equals(world.reaches.get(new At(role.word(), permission)))
                                        ? Reach.ASSIGNED
                                        : Reach.WITHIN)))));
        return new PermissionTable(registered);
    }

    PermissionTable table() {
        return table;
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    static Role role(String name, Custom custom) {
        return new Role(
                new RoleId(id(name)),
                0,
                new RoleName(name),
                "",
                set(custom.permissions()),
                set(custom.assignedOnly()),
                custom.reachesWorkspaces());
    }

    private static PermissionSet set(Collection<String> keys) {
        return PermissionSet.of(keys.stream().map(Permission::parse).toList());
    }

    Role role(String name) {
        return Objects.requireNonNull(roles.get(name), name);
    }

    Target target(Thing thing) {
        Target known = targets.get(thing);
        if (known == null) {
            known = made(thing);
            targets.put(thing, known);
        }
        return known;
    }

    private Target made(Thing thing) {
        String name = thing.name();
        return switch (thing.kind()) {
            case INSTANCE -> Target.instance();
            case USER ->
                Target.user(
                        new UserId(id(name)), name, world.account(name).role().equals("owner"));
            case ROLE -> Target.of(role(name));
            case ORGANIZATION -> Target.organization(new OrganizationId(id(name)), name);
            case WORKSPACE ->
                Target.workspace(
                        new WorkspaceId(id(name)),
                        name,
                        new OrganizationId(id(Objects.requireNonNull(world.workspaces.get(name)))));
            case DATASET -> dataset(name, world.data(name));
        };
    }

    private Target dataset(String name, Data data) {
        return Target.dataset(
                new DatasetId(id(name)),
                name,
                target(Thing.workspace(data.workspace())),
                data.open() ? DatasetAccess.WORKSPACE : DatasetAccess.ASSIGNED,
                data.restricted());
    }

    private Target place(String name) {
        if (world.organizations.contains(name)) {
            return target(Thing.organization(name));
        }
        return target(world.workspaces.containsKey(name) ? Thing.workspace(name) : Thing.dataset(name));
    }

    Actor actor(String user) {
        Actor known = actors.get(user);
        if (known == null) {
            known = made(user, world.account(user));
            actors.put(user, known);
        }
        return known;
    }

    private Actor made(String user, Account account) {
        Actor.Builder actor = Actor.named(
                new UserId(id(user)),
                user,
                UserStatus.valueOf(account.status().toUpperCase(Locale.ROOT)),
                role(account.role()));
        world.memberships.forEach((at, role) -> {
            if (at.user().equals(user)) {
                actor.member(place(at.place()), role.equals(World.NO_ROLE) ? null : role(role));
            }
        });
        world.grants.forEach((at, role) -> {
            if (at.user().equals(user)) {
                actor.granted(place(at.place()), role(role));
            }
        });
        world.assignments.forEach(at -> {
            if (at.user().equals(user)) {
                actor.assignedTo(new DatasetId(id(at.place())));
            }
        });
        if (account.maker() != null) {
            actor.madeBy(actor(account.maker()));
        }
        return actor.build();
    }

    boolean allows(String user, String permission, Thing thing) {
        return AccessPolicy.allows(actor(user), Permission.parse(permission), target(thing));
    }

    Decision decide(String user, String permission, Thing thing) {
        return AccessPolicy.decide(actor(user), Permission.parse(permission), target(thing), table);
    }

    List<Permission> permissions() {
        return Stream.concat(Specification.PERMISSIONS.stream(), world.registered.stream())
                .map(Permission::parse)
                .toList();
    }
}
