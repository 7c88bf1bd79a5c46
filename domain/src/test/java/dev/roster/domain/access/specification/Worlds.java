package dev.roster.domain.access.specification;

import dev.roster.domain.access.specification.World.Account;
import dev.roster.domain.access.specification.World.At;
import dev.roster.domain.access.specification.World.Custom;
import dev.roster.domain.access.specification.World.Data;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Worlds at random: the same one for the same seed. */
public final class Worlds {
    private static final List<String> WORKSPACES = List.of("legal", "model", "sales");
    private static final List<String> DATASETS = List.of("letters", "secrets", "images", "sounds");

    private final Random random;
    private final World world = new World();
    /** What the custom roles of this world are made of, few enough for roles to overlap. */
    private final List<String> spoken = new ArrayList<>();

    private Worlds(long seed) {
        this.random = new Random(seed * 0x9E37_79B9_7F4A_7C15L);
    }

    public static World random(long seed) {
        return new Worlds(seed).made();
    }

    private World made() {
        world.registered.addAll(List.of("acme:export", "acme:import"));
        for (String role : Specification.PREDEFINED.subList(1, Specification.PREDEFINED.size())) {
            reach(role, "acme:import");
        }
        spoken.addAll(some(Specification.PERMISSIONS, 8));
        spoken.addAll(List.of("acme:export", "acme:import", "dataset:read", "user:read", "member:read"));
        makePlaces();
        for (int i = 1; i <= 2 + random.nextInt(3); i++) {
            world.roles.put("role-" + i, custom());
        }
        for (int i = 1; i <= 3 + random.nextInt(4); i++) {
            makeUser("user-" + i);
        }
        return world;
    }

    /** Where a role does not reach, it is as with a permission that nobody gave to any. */
    private void reach(String role, String permission) {
        if (!maybe(3)) {
            world.reaches.put(new At(role, permission), role.equals("manager") || random.nextBoolean() ? "W" : "A");
        }
    }

    private void makePlaces() {
        world.organizations.addAll(List.of("ours", "theirs"));
        for (String name : WORKSPACES.subList(0, 1 + random.nextInt(3))) {
            world.workspaces.put(name, random.nextInt(3) == 0 ? "theirs" : "ours");
        }
        for (String name : DATASETS.subList(0, 1 + random.nextInt(4))) {
            world.datasets.put(
                    name, new Data(any(world.workspaces.keySet()), random.nextBoolean(), random.nextInt(3) == 0));
        }
    }

    private Custom custom() {
        Set<String> permissions = some(spoken, 1 + random.nextInt(6));
        Set<String> assignedOnly = new LinkedHashSet<>();
        permissions.stream()
                .filter(permission -> Specification.isAskedOn(permission, Thing.Kind.DATASET))
                .filter(permission -> random.nextInt(3) == 0)
                .forEach(assignedOnly::add);
        return new Custom(permissions, assignedOnly, random.nextBoolean());
    }

    /** Another custom role for the same world. */
    static Custom another(World world, long seed) {
        Worlds worlds = new Worlds(seed);
        world.roles.values().forEach(role -> worlds.spoken.addAll(role.permissions()));
        worlds.spoken.addAll(worlds.some(Specification.PERMISSIONS, 3));
        return worlds.custom();
    }

    private void makeUser(String name) {
        boolean service = random.nextInt(3) == 0 && !world.users.isEmpty();
        String maker = service ? any(world.users.keySet()) : null;
        makeUser(name, maker);
        world.organizations.stream().filter(place -> maybe(2)).forEach(place -> join(name, place));
        world.workspaces.keySet().stream().filter(place -> maybe(2)).forEach(place -> join(name, place));
        world.workspaces.keySet().stream().filter(place -> maybe(4)).forEach(place -> grant(name, place));
        world.datasets.keySet().stream().filter(place -> maybe(4)).forEach(place -> grant(name, place));
        world.datasets.keySet().stream()
                .filter(place -> maybe(3))
                .forEach(place -> world.assignments.add(new At(name, place)));
    }

    private void makeUser(String name, @Nullable String maker) {
        String status = maybe(8) ? any(List.of("invited", "deactivated", "deleted")) : "active";
        String role = maybe(8) ? "owner" : anyRole();
        world.users.put(name, new Account(role, status, maker));
    }

    private void join(String user, String place) {
        world.memberships.put(new At(user, place), maybe(3) ? World.NO_ROLE : anyRole());
    }

    private void grant(String user, String place) {
        world.grants.put(new At(user, place), anyRole());
    }

    /** Any role that can be held in a place. */
    private String anyRole() {
        return random.nextBoolean()
                ? any(world.roles.keySet())
                : any(Specification.PREDEFINED.subList(1, Specification.PREDEFINED.size()));
    }

    private boolean maybe(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private <T> T any(Collection<T> choices) {
        return List.copyOf(choices).get(random.nextInt(choices.size()));
    }

    private Set<String> some(List<String> choices, int most) {
        Set<String> some = new LinkedHashSet<>();
        for (int i = 0; i < most; i++) {
            some.add(any(choices));
        }
        return some;
    }

    /** What is asked about in a world: all that its custom roles hold, and some more. */
    static List<String> asked(World world, long seed) {
        Worlds worlds = new Worlds(seed);
        Set<String> asked = new LinkedHashSet<>(world.registered);
        world.roles.values().forEach(role -> asked.addAll(role.permissions()));
        asked.addAll(worlds.some(Specification.PERMISSIONS, 6));
        return List.copyOf(asked);
    }
}
