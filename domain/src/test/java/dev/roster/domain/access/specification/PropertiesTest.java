package dev.roster.domain.access.specification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.domain.access.AccessPolicy;
import dev.roster.domain.access.specification.World.Account;
import dev.roster.domain.access.specification.World.At;
import dev.roster.domain.access.specification.World.Custom;
import dev.roster.domain.access.specification.World.Data;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What holds in every world: said of the policy itself, over worlds at random. */
class PropertiesTest {
    private static final int WORLDS = 150;
    private static final String NOBODY = "nobody";
    private static final String FIRST = "first";
    private static final String SECOND = "second";

    private record Question(String user, String permission, Thing thing) {}

    /** All that somebody may do. */
    private static Set<Question> allowed(World world, List<String> asked, String user) {
        Translation policy = new Translation(world);
        Set<Question> allowed = new HashSet<>();
        for (String permission : asked) {
            for (Thing thing : world.things()) {
                if (policy.allows(user, permission, thing)) {
                    allowed.add(new Question(NOBODY, permission, thing));
                }
            }
        }
        return allowed;
    }

    @Test
    void whoHoldsNothingMaySeeThemselvesAlone() {
        for (long seed = 1; seed <= WORLDS; seed++) {
            World world = withNobody(Worlds.random(seed));

            assertThat(allowed(world, Specification.PERMISSIONS, NOBODY))
                    .containsExactly(new Question(NOBODY, "user:read", Thing.user(NOBODY)));
        }
    }

    @Test
    void takingAnythingAwayNeverAllowsMore() {
        int taken = 0;
        for (long seed = 1; seed <= WORLDS; seed++) {
            World world = Worlds.random(seed);
            List<String> asked = Worlds.asked(world, seed);
            for (World less : withLess(world)) {
                taken++;
                for (String user : world.users.keySet()) {
                    assertThat(allowed(world, asked, user))
                            .as("seed %d, %s in\n%s\nafter\n%s", seed, user, less, world)
                            .containsAll(allowed(less, asked, user));
                }
            }
        }
        assertThat(taken).isGreaterThan(20 * WORLDS);
    }

    /** The world with any one thing less in it. */
    private static List<World> withLess(World world) {
        List<World> less = new ArrayList<>();
        world.memberships
                .keySet()
                .forEach(at -> changed(world, less).memberships.remove(at));
        world.grants.keySet().forEach(at -> changed(world, less).grants.remove(at));
        world.assignments.forEach(at -> changed(world, less).assignments.remove(at));
        world.users.forEach((name, account) ->
                changed(world, less).users.put(name, new Account(account.role(), "deactivated", account.maker())));
        world.datasets.forEach((name, data) -> {
            changed(world, less).datasets.put(name, new Data(data.workspace(), false, data.restricted()));
            changed(world, less).datasets.put(name, new Data(data.workspace(), data.open(), true));
        });
        world.reaches.forEach((at, reach) -> {
            changed(world, less).reaches.remove(at);
            if (!at.user().equals("manager")) {
                changed(world, less).reaches.put(at, "A");
            }
        });
        world.roles.forEach((name, role) -> {
            changed(world, less).roles.put(name, new Custom(role.permissions(), role.assignedOnly(), false));
            role.permissions().forEach(permission -> {
                Set<String> rest = without(role.permissions(), permission);
                changed(world, less)
                        .roles
                        .put(
                                name,
                                new Custom(rest, without(role.assignedOnly(), permission), role.reachesWorkspaces()));
                Set<String> cut = new HashSet<>(role.assignedOnly());
                if (Specification.isAskedOn(permission, Thing.Kind.DATASET) && cut.add(permission)) {
                    changed(world, less).roles.put(name, new Custom(role.permissions(), cut, role.reachesWorkspaces()));
                }
            });
        });
        return less;
    }

    private static Set<String> without(Set<String> some, String one) {
        Set<String> rest = new HashSet<>(some);
        rest.remove(one);
        return rest;
    }

    private static World changed(World world, List<World> all) {
        World copy = world.copy();
        all.add(copy);
        return copy;
    }

    @Test
    void aServiceAccountNeverMayMoreThanItsMaker() {
        int services = 0;
        for (long seed = 1; seed <= 4 * WORLDS; seed++) {
            World world = Worlds.random(seed);
            List<String> asked = Worlds.asked(world, seed);
            for (String user : world.users.keySet()) {
                String maker = world.account(user).maker();
                if (maker != null) {
                    services++;
                    Set<Question> own = allowed(world, asked, user);
                    own.remove(new Question(NOBODY, "user:read", Thing.user(user)));

                    assertThat(allowed(world, asked, maker))
                            .as("seed %d, %s", seed, user)
                            .containsAll(own);
                }
            }
        }
        assertThat(services).isGreaterThan(WORLDS);
    }

    @Test
    void nobodyHandsOnMoreThanTheyHoldAlsoInTwoSteps() {
        int once = 0;
        int twice = 0;
        for (long seed = 1; seed <= 40 * WORLDS; seed++) {
            World world = withNobody(Worlds.random(seed));
            Random random = new Random(seed);
            List<String> asked = Worlds.asked(world, seed);
            String giver = any(random, List.copyOf(world.users.keySet()));
            world.users.put(FIRST, new Account(NOBODY, "active", null));
            world.users.put(SECOND, new Account(NOBODY, "active", null));
            assignLike(world, giver);
            boolean given = gives(world, random, giver, FIRST);
            if (gives(world, random, giver, FIRST) || given) {
                once++;
                assertHandedOn(world, asked, giver, FIRST, seed);
                if (gives(world, random, FIRST, SECOND)) {
                    twice++;
                    assertHandedOn(world, asked, giver, SECOND, seed);
                }
            }
        }
        assertThat(once).isGreaterThan(WORLDS);
        assertThat(twice).isGreaterThan(20);
    }

    private static void assertHandedOn(World world, List<String> asked, String giver, String receiver, long seed) {
        Set<Question> received = allowed(world, asked, receiver);
        received.remove(new Question(NOBODY, "user:read", Thing.user(receiver)));

        assertThat(allowed(world, asked, giver))
                .as("seed %d, %s in\n%s", seed, giver, world)
                .containsAll(received);
    }

    /** Whether somebody gives somebody a role somewhere, if the policy lets them. */
    private static boolean gives(World world, Random random, String giver, String receiver) {
        Translation policy = new Translation(world);
        List<String> roles = new ArrayList<>(world.roles.keySet());
        roles.addAll(Specification.PREDEFINED.subList(1, Specification.PREDEFINED.size()));
        String role = any(random, roles);
        Thing place = any(random, world.places());
        if (AccessPolicy.refusalToGive(policy.actor(giver), policy.role(role), policy.target(place), policy.table())
                .isPresent()) {
            return false;
        }
        boolean granted =
                place.kind() == Thing.Kind.DATASET || (place.kind() == Thing.Kind.WORKSPACE && random.nextBoolean());
        (granted ? world.grants : world.memberships).put(new At(receiver, place.name()), role);
        return true;
    }

    /** Being assigned is given by other means than roles. */
    private static void assignLike(World world, String giver) {
        world.withMakers(giver)
                .forEach(one -> world.datasets.keySet().stream()
                        .filter(dataset -> world.assignments.contains(new At(giver, dataset)))
                        .filter(dataset -> world.assignments.contains(new At(one, dataset)))
                        .toList()
                        .forEach(dataset -> {
                            if (world.withMakers(giver).stream()
                                    .allMatch(each -> world.assignments.contains(new At(each, dataset)))) {
                                world.assignments.add(new At(FIRST, dataset));
                                world.assignments.add(new At(SECOND, dataset));
                            }
                        }));
    }

    private static World withNobody(World world) {
        world.roles.put(NOBODY, new Custom(Set.of(), Set.of(), false));
        world.users.put(NOBODY, new Account(NOBODY, "active", null));
        return world;
    }

    private static <T> T any(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
