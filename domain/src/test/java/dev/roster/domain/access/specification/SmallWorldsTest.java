package dev.roster.domain.access.specification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.domain.access.specification.World.Account;
import dev.roster.domain.access.specification.World.At;
import dev.roster.domain.access.specification.World.Custom;
import dev.roster.domain.access.specification.World.Data;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * All worlds of up to three users, two workspaces and two datasets, as far as they differ for an answer.
 *
 * <p>What is left out as the same: (1) An answer is about one permission, so a role is one of a few kinds: it lacks the
 * permission, holds it, holds it on open datasets only, each reaching workspaces or not, or is a manager or an owner.
 * (2) An answer is about one user and whoever made them; a third is the maker's maker or stands by. The maker has a state
 * of their own only in whether they may: all states of the account are seen with makers who may and may not, in turn, and
 * are makers themselves. (3) Of the other workspace and dataset it is enough that somebody holds nothing there, or the
 * most: whatever is between allows no more than the most and no less than nothing, as taking something away never allows
 * more, which {@link PropertiesTest} shows.
 */
@DisabledIfSystemProperty(named = "roster.fewer", matches = ".+", disabledReason = "takes minutes, there is no fewer")
@Execution(ExecutionMode.CONCURRENT)
class SmallWorldsTest {
    private static final String NONE = "none";
    private static final List<String> ACCOUNTS = List.of("lacks", "holds", "narrow", "manager", "owner");
    private static final List<String> ABOVE =
            List.of(NONE, World.NO_ROLE, "lacks", "holds", "narrow", "holds-below", "narrow-below", "manager");
    private static final List<String> WITHIN = List.of(NONE, World.NO_ROLE, "lacks", "holds", "narrow", "manager");
    private static final List<String> GRANTED = List.of(NONE, "lacks", "holds", "narrow", "manager");

    private long worlds;
    private long questions;
    private final List<String> faults = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dataset:annotate",
                "member:read",
                "acme:export",
                "workspace:read",
                "organization:read",
                "user:read",
                "workspace:delete"
            })
    void everySmallWorldIsAsTheSpecificationSays(String permission) {
        for (String account : ACCOUNTS) {
            for (String above : ABOVE) {
                for (String within : WITHIN) {
                    for (String onWorkspace : GRANTED) {
                        for (String onDataset : GRANTED) {
                            each(permission, account, above, within, onWorkspace, onDataset);
                        }
                    }
                }
            }
        }

        System.out.printf("%s: %,d questions about %,d small worlds%n", permission, questions, worlds);
        assertThat(faults).isEmpty();
        assertThat(worlds).isEqualTo(5L * 8 * 6 * 5 * 5 * 32);
    }

    /** All facts about datasets, and whether something is held elsewhere; the maker takes turns. */
    private void each(
            String permission, String account, String above, String within, String onWorkspace, String onDataset) {
        for (int facts = 0; facts < 32; facts++) {
            World world = places(permission, (facts & 1) != 0, (facts & 2) != 0);
            world.users.put("ada", new Account(account, "active", makerIn((int) (worlds % 7), world)));
            hold(world, "ada", above, within, onWorkspace, onDataset);
            if ((facts & 4) != 0) {
                world.assignments.add(new At("ada", "letters"));
            }
            if ((facts & 8) != 0) {
                world.memberships.put(new At("ada", "other"), "manager");
                world.grants.put(new At("ada", "images"), "manager");
            }
            if ((facts & 16) != 0) {
                world.users.put("eve", new Account("lacks", "active", "ada"));
                hold(world, "eve", NONE, "holds", "narrow", NONE);
            }
            compare(world, permission);
        }
    }

    private void compare(World world, String permission) {
        worlds++;
        Comparison comparison = new Comparison(world, List.of(permission));
        comparison.compareDecisions();
        comparison.compareEntitlements();
        if (worlds % 16 == 0) {
            comparison.compareExplanations(4);
            comparison.comparePreview("holds", new Custom(Set.of(), Set.of(), false));
            comparison.comparePreview("narrow", new Custom(Set.of(permission), Set.of(), true));
        }
        questions += comparison.questions();
        if (faults.size() < 3) {
            faults.addAll(comparison.faults());
        }
    }

    private static World places(String permission, boolean open, boolean restricted) {
        World world = new World();
        world.organizations.add("ours");
        world.workspaces.put("legal", "ours");
        world.workspaces.put("other", "ours");
        world.datasets.put("letters", new Data("legal", open, restricted));
        world.datasets.put("images", new Data("other", false, restricted));
        world.registered.add("acme:export");
        boolean cuts = Specification.isAskedOn(permission, Thing.Kind.DATASET);
        Set<String> narrow = cuts ? Set.of(permission) : Set.of();
        world.roles.put("lacks", new Custom(Set.of(), Set.of(), true));
        world.roles.put("holds", new Custom(Set.of(permission), Set.of(), false));
        world.roles.put("narrow", new Custom(Set.of(permission), narrow, false));
        world.roles.put("holds-below", new Custom(Set.of(permission), Set.of(), true));
        world.roles.put("narrow-below", new Custom(Set.of(permission), narrow, true));
        return world;
    }

    private static void hold(
            World world, String user, String above, String within, String onWorkspace, String onDataset) {
        put(world.memberships, new At(user, "ours"), above);
        put(world.memberships, new At(user, "legal"), within);
        put(world.grants, new At(user, "legal"), onWorkspace);
        put(world.grants, new At(user, "letters"), onDataset);
    }

    private static void put(Map<At, String> held, At at, String role) {
        if (!role.equals(NONE)) {
            held.put(at, role);
        }
    }

    /** A maker who may, by one right or another, who may not, or who is not active; or none. */
    private static @Nullable String makerIn(int turn, World world) {
        if (turn == 0) {
            return null;
        }
        String role = turn == 1 ? "owner" : "lacks";
        world.users.put("maker", new Account(role, turn == 2 ? "deactivated" : "active", null));
        switch (turn) {
            case 3 -> hold(world, "maker", "manager", NONE, NONE, NONE);
            case 4 -> hold(world, "maker", NONE, "narrow", NONE, NONE);
            case 5 -> hold(world, "maker", NONE, NONE, NONE, "holds");
            case 6 -> {
                hold(world, "maker", NONE, NONE, "narrow", NONE);
                world.assignments.add(new At("maker", "letters"));
            }
            default -> {}
        }
        return "maker";
    }
}
