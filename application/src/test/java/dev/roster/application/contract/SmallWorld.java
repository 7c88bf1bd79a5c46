package dev.roster.application.contract;

import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.domain.access.Actor;
import dev.roster.domain.access.Target;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.dataset.DatasetAccess;
import dev.roster.domain.dataset.Restriction;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.RegisteredPermission;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.workspace.Workspace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A store full of people who hold things at random, the same for the same seed. */
final class SmallWorld {
    private static final int USERS = 12;
    private static final Permission REGISTERED = new RegisteredPermission("arize:DASHBOARD_READ");

    private final Ports ports;
    private final Given given;
    private final Random random;
    private final List<Role> roles = new ArrayList<>();
    private final List<Organization> organizations = new ArrayList<>();
    private final List<Workspace> workspaces = new ArrayList<>();
    private final List<Dataset> datasets = new ArrayList<>();
    private final List<GivenUser> users = new ArrayList<>();

    private SmallWorld(Ports ports, long seed) {
        this.ports = ports;
        this.given = new Given(ports);
        this.random = new Random(seed);
    }

    static SmallWorld random(Ports ports, long seed) {
        SmallWorld world = new SmallWorld(ports, seed);
        ports.transactions().inTransaction(() -> {
            world.makePlaces();
            world.makeRoles();
            IntStream.range(0, USERS).forEach(world::makeUser);
        });
        return world;
    }

    /** Every active user with everything they hold, by number. */
    List<Actor> wholeActors() {
        return users.stream()
                .map(user -> ports.actors().findWhole(user.id()))
                .flatMap(Optional::stream)
                .filter(Actor::isActive)
                .toList();
    }

    /** Everything that can be asked about, which no deleted user can. */
    List<Target> targets() {
        return Stream.of(
                        Stream.of(Target.instance(), Target.of(PredefinedRole.ADMIN.role())),
                        users.stream()
                                .map(GivenUser::user)
                                .filter(SmallWorld::isThere)
                                .limit(4)
                                .map(Target::of),
                        organizations.stream().map(Target::of),
                        workspaces.stream().map(Target::of),
                        datasets.stream().map(dataset -> Target.of(dataset, workspaceOf(dataset))))
                .flatMap(targets -> targets)
                .toList();
    }

    private static boolean isThere(User user) {
        return user.status() != UserStatus.DELETED;
    }

    List<Permission> permissions() {
        return Stream.concat(Arrays.stream(RosterPermission.values()), Stream.of(REGISTERED))
                .toList();
    }

    private Target workspaceOf(Dataset dataset) {
        return workspaces.stream()
                .filter(workspace -> workspace.id().equals(dataset.workspace()))
                .map(Target::of)
                .findFirst()
                .orElseThrow();
    }

    private void makePlaces() {
        organizations.add(given.organization("acme"));
        organizations.add(given.organization("beta"));
        for (int i = 0; i < 4; i++) {
            workspaces.add(given.workspace("workspace-" + i, organizations.get(i % 2)));
        }
        for (int i = 0; i < 6; i++) {
            datasets.add(ports.datasets()
                    .add(given.newDataset("dataset-" + i, any(workspaces))
                            .withAccess(any(List.of(DatasetAccess.values())))
                            .withRestriction(random.nextInt(3) == 0 ? new Restriction(Given.THEN, null) : null)));
        }
    }

    private void makeRoles() {
        Stream.of(PredefinedRole.values())
                .filter(role -> role != PredefinedRole.OWNER)
                .forEach(role -> roles.add(role.role()));
        roles.add(given.role("narrow", somePermissions()));
        roles.add(given.reachingRole("reaching", somePermissions()));
    }

    private Permission[] somePermissions() {
        return permissions().stream().filter(permission -> random.nextBoolean()).toArray(Permission[]::new);
    }

    private void makeUser(int index) {
        GivenUser user = given.user("user-" + index).role(any(roles));
        if (random.nextInt(8) == 0) {
            user.role(PredefinedRole.OWNER);
        }
        organizations.stream().filter(place -> maybe()).forEach(place -> join(user, place));
        workspaces.stream().filter(place -> maybe()).forEach(place -> join(user, place));
        workspaces.stream().filter(place -> maybe()).forEach(place -> user.granted(any(roles), place));
        datasets.stream().filter(place -> maybe()).forEach(place -> user.granted(any(roles), place));
        datasets.stream().filter(place -> maybe()).forEach(user::assignedTo);
        user.status(random.nextInt(5) == 0 ? any(List.of(UserStatus.values())) : UserStatus.ACTIVE);
        users.add(user);
    }

    private void join(GivenUser user, Organization organization) {
        if (random.nextBoolean()) {
            user.in(organization);
        } else {
            user.in(organization, any(roles));
        }
    }

    private void join(GivenUser user, Workspace workspace) {
        if (random.nextBoolean()) {
            user.in(workspace);
        } else {
            user.in(workspace, any(roles));
        }
    }

    private boolean maybe() {
        return random.nextInt(4) == 0;
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
