package dev.roster.domain.access.specification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.domain.access.specification.World.Account;
import dev.roster.domain.access.specification.World.At;
import dev.roster.domain.access.specification.World.Custom;
import dev.roster.domain.access.specification.World.Data;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.RosterPermission;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every predefined role, permission and kind of thing, in every way in which a role can be held. */
class TableTest {
    private static final String NOTHING = "nothing";

    /** The ways to hold a role. */
    enum Way {
        NOT_AT_ALL,
        ACCOUNT_ALONE,
        MEMBER_WITH_ACCOUNT_ROLE,
        MEMBERSHIP_ROLE,
        ORGANIZATION_MEMBER_WITH_ACCOUNT_ROLE,
        ORGANIZATION_ROLE,
        GRANT_ON_WORKSPACE,
        GRANT_ON_DATASETS
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void theTableHoldsInEveryCell(Way way) {
        for (String role : Specification.PREDEFINED) {
            World world = places();
            hold(world, role, way);
            List<String> all = Stream.concat(Specification.PERMISSIONS.stream(), world.registered.stream())
                    .toList();

            Comparison comparison = new Comparison(world, all);
            comparison.compareDecisions();
            comparison.compareEntitlements();
            comparison.compareExplanations(1);

            assertThat(comparison.faults()).as(role).isEmpty();
            assertThat(comparison.questions()).isEqualTo(2L * 39 * 15);
        }
    }

    @Test
    void theTableNamesEveryPermissionInItsOrder() {
        assertThat(Specification.PERMISSIONS)
                .isEqualTo(Stream.of(RosterPermission.values())
                        .map(Permission::key)
                        .toList());
    }

    private static World places() {
        World world = new World();
        world.registered.addAll(List.of("acme:export", "acme:import"));
        world.reaches.put(new At("manager", "acme:import"), "W");
        world.reaches.put(new At("admin", "acme:import"), "A");
        world.reaches.put(new At("viewer", "acme:import"), "W");
        world.reaches.put(new At("annotator", "acme:import"), "A");
        world.organizations.addAll(List.of("ours", "theirs"));
        world.workspaces.put("legal", "ours");
        world.workspaces.put("sibling", "ours");
        world.workspaces.put("foreign", "theirs");
        world.datasets.put("open", new Data("legal", true, false));
        world.datasets.put("mine", new Data("legal", false, false));
        world.datasets.put("others", new Data("legal", false, false));
        world.datasets.put("restricted", new Data("legal", true, true));
        world.datasets.put("restricted-mine", new Data("legal", false, true));
        world.datasets.put("sibling-open", new Data("sibling", true, false));
        world.roles.put(NOTHING, new Custom(Set.of(), Set.of(), false));
        world.users.put("olga", new Account("owner", "active", null));
        return world;
    }

    private static void hold(World world, String role, Way way) {
        boolean byAccount = way == Way.ACCOUNT_ALONE
                || way == Way.MEMBER_WITH_ACCOUNT_ROLE
                || way == Way.ORGANIZATION_MEMBER_WITH_ACCOUNT_ROLE;
        world.users.put("ada", new Account(byAccount ? role : NOTHING, "active", null));
        switch (way) {
            case NOT_AT_ALL, ACCOUNT_ALONE -> {}
            case MEMBER_WITH_ACCOUNT_ROLE -> world.memberships.put(new At("ada", "legal"), World.NO_ROLE);
            case MEMBERSHIP_ROLE -> world.memberships.put(new At("ada", "legal"), role);
            case ORGANIZATION_MEMBER_WITH_ACCOUNT_ROLE -> world.memberships.put(new At("ada", "ours"), World.NO_ROLE);
            case ORGANIZATION_ROLE -> world.memberships.put(new At("ada", "ours"), role);
            case GRANT_ON_WORKSPACE -> world.grants.put(new At("ada", "legal"), role);
            case GRANT_ON_DATASETS -> {
                world.grants.put(new At("ada", "others"), role);
                world.grants.put(new At("ada", "restricted"), role);
            }
        }
        world.assignments.add(new At("ada", "mine"));
        world.assignments.add(new At("ada", "restricted-mine"));
    }
}
