package dev.roster.domain.access;

import dev.roster.domain.role.Permission;
import dev.roster.domain.role.PermissionSet;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.role.RoleName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Actors with random roles in random places: the same ones in every run. */
final class RandomActors {
    private static final List<Target> WITH_MEMBERS =
            List.of(World.OURS, World.THEIRS, World.LEGAL, World.SIBLING, World.FOREIGN);
    private static final List<Target> WITH_GRANTS = Stream.concat(
                    Stream.of(World.LEGAL, World.SIBLING, World.FOREIGN), World.DATASETS.stream())
            .toList();

    /** Mutation tests ask everything again for each change: how many times fewer of them do then. */
    private static final int FEWER = Integer.getInteger("roster.fewer", 1);

    private final Random random;

    RandomActors(long seed) {
        this.random = new Random(seed);
    }

    /** How many to try where {@code usual} are usually tried. */
    static int tries(int usual) {
        return usual / FEWER;
    }

    static Stream<Actor> some(int count) {
        return IntStream.range(0, count).mapToObj(seed -> new RandomActors(seed).actor());
    }

    Actor actor() {
        return with(World.ada(role()), holdings());
    }

    static Actor with(Actor.Builder builder, List<Consumer<Actor.Builder>> holdings) {
        holdings.forEach(holding -> holding.accept(builder));
        return builder.build();
    }

    /** Some places, each as what gives it to an actor. */
    List<Consumer<Actor.Builder>> holdings() {
        List<Consumer<Actor.Builder>> holdings = new ArrayList<>();
        for (Target place : someOf(WITH_MEMBERS)) {
            Role role = role();
            boolean inherits = random.nextInt(3) == 0;
            holdings.add(actor -> actor.member(place, inherits ? null : role));
        }
        if (random.nextBoolean()) {
            for (Target place : someOf(WITH_GRANTS)) {
                Role role = role();
                holdings.add(actor -> actor.granted(place, role));
            }
        }
        for (Target dataset : someOf(World.DATASETS)) {
            holdings.add(actor -> actor.assignedTo(World.datasetId(dataset)));
        }
        return holdings;
    }

    /** A predefined role or a custom one, but no owner. */
    Role role() {
        return random.nextBoolean() ? predefined() : custom();
    }

    Target place() {
        List<Target> places = Stream.concat(
                        Stream.of(Target.instance()), Stream.concat(WITH_MEMBERS.stream(), WITH_GRANTS.stream()))
                .toList();
        return places.get(random.nextInt(places.size()));
    }

    private Role predefined() {
        PredefinedRole[] roles = PredefinedRole.values();
        return roles[1 + random.nextInt(roles.length - 1)].role();
    }

    private Role custom() {
        PermissionSet permissions = PermissionSet.of(someOf(World.PERMISSIONS));
        List<Permission> held = permissions.stream().toList();
        return new Role(
                new RoleId(new UUID(8, random.nextLong())),
                0,
                new RoleName("custom"),
                "",
                permissions,
                random.nextBoolean() ? PermissionSet.none() : PermissionSet.of(someOf(held)),
                random.nextBoolean());
    }

    private <T> List<T> someOf(List<T> all) {
        List<T> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, random.nextInt(shuffled.size() + 1));
    }
}
