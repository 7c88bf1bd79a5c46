package dev.roster.domain.access;

import static dev.roster.domain.access.World.DATASETS;
import static dev.roster.domain.access.World.EXPORT;
import static dev.roster.domain.access.World.LEGAL;
import static dev.roster.domain.access.World.MINE;
import static dev.roster.domain.access.World.OPEN;
import static dev.roster.domain.access.World.OTHERS;
import static dev.roster.domain.access.World.OURS;
import static dev.roster.domain.access.World.RESTRICTED;
import static dev.roster.domain.access.World.RESTRICTED_MINE;
import static dev.roster.domain.access.World.SELF;
import static dev.roster.domain.access.World.SIBLING;
import static dev.roster.domain.access.World.SIBLING_OPEN;
import static dev.roster.domain.access.World.ada;
import static dev.roster.domain.access.World.datasetId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.domain.role.Permission;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every role, permission and kind of target, in every way a role can be held, against the table and the rules of the
 * documentation as they are written here once more: none of the policy's own code is asked what it should say.
 */
class RoleTableTest {
    private static final String TABLE = """
            instance:configure   E - - - -
            audit:read           E - - - -
            user:create          E - - - -
            user:read            E - - - -
            user:update          E - - - -
            user:delete          E - - - -
            role:create          E - - - -
            role:read            E - - - -
            role:update          E - - - -
            role:delete          E - - - -
            organization:create  E - - - -
            organization:delete  E - - - -
            workspace:create     E - - - -
            workspace:delete     E - - - -
            organization:read    E W W W W
            organization:update  E W - - -
            workspace:read       E W W W W
            workspace:update     E W - - -
            member:read          E W W - -
            member:remove        E W W - -
            member:add           E W - - -
            member:update        E W - - -
            grant:create         E W - - -
            grant:read           E W - - -
            grant:delete         E W - - -
            service-key:create   E W - - -
            service-key:read     E W - - -
            service-key:revoke   E W - - -
            dataset:read         E W W W A
            dataset:create       E W W - -
            dataset:update       E W W - -
            dataset:delete       E W W - -
            dataset:assign       E W W - -
            dataset:restrict     E W W - -
            dataset:annotate     E W W - A
            feedback:create      E W W - A
            acme:export          E - - - -
            """;

    private static final List<String> COLUMNS = List.of("owner", "manager", "admin", "viewer", "annotator");
    private static final Map<String, List<String>> LETTERS = letters();

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
        List<String> wrong = new ArrayList<>();

        int asked = 0;
        for (PredefinedRole role : PredefinedRole.values()) {
            Actor actor = holding(role.role(), way);
            for (Permission permission : World.PERMISSIONS) {
                for (Target target : World.TARGETS) {
                    asked++;
                    boolean expected = expected(role.word(), way, permission.key(), target);
                    if (AccessPolicy.allows(actor, permission, target) != expected) {
                        wrong.add(role + " " + way + " " + permission + " " + target + ", expected " + expected);
                    }
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(asked).isEqualTo(5 * 37 * 17);
    }

    @Test
    void theTableNamesEveryPermissionOnce() {
        List<String> keys = World.PERMISSIONS.stream().map(Permission::key).toList();

        assertThat(LETTERS.keySet()).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(TABLE.lines()).hasSize(keys.size());
    }

    private static Actor holding(Role role, Way way) {
        Actor.Builder ada = ada(isByAccount(way) ? role : World.NOTHING);
        switch (way) {
            case NOT_AT_ALL, ACCOUNT_ALONE -> {}
            case MEMBER_WITH_ACCOUNT_ROLE -> ada.member(LEGAL, null);
            case MEMBERSHIP_ROLE -> ada.member(LEGAL, role);
            case ORGANIZATION_MEMBER_WITH_ACCOUNT_ROLE -> ada.member(OURS, null);
            case ORGANIZATION_ROLE -> ada.member(OURS, role);
            case GRANT_ON_WORKSPACE -> ada.granted(LEGAL, role);
            case GRANT_ON_DATASETS -> ada.granted(OTHERS, role).granted(RESTRICTED, role);
        }
        return ada.assignedTo(datasetId(MINE))
                .assignedTo(datasetId(RESTRICTED_MINE))
                .build();
    }

    private static boolean isByAccount(Way way) {
        return way == Way.ACCOUNT_ALONE
                || way == Way.MEMBER_WITH_ACCOUNT_ROLE
                || way == Way.ORGANIZATION_MEMBER_WITH_ACCOUNT_ROLE;
    }

    private static boolean expected(String role, Way way, String permission, Target target) {
        if (permission.equals("user:read") && target.equals(SELF)) {
            return true;
        }
        if (role.equals("owner") && isByAccount(way)) {
            return true;
        }
        if (!placesReached(role, way).contains(target)) {
            return false;
        }
        boolean isImmune = role.equals("owner") || role.equals("manager") || way == Way.GRANT_ON_DATASETS;
        if (Set.of(RESTRICTED, RESTRICTED_MINE).contains(target) && !isImmune) {
            return false;
        }
        return switch (letter(permission, role)) {
            case "E", "W" -> true;
            case "A" -> Set.of(OPEN, MINE, SIBLING_OPEN).contains(target) || way == Way.GRANT_ON_DATASETS;
            default -> false;
        };
    }

    private static String letter(String permission, String role) {
        return LETTERS.getOrDefault(permission, List.of()).get(COLUMNS.indexOf(role));
    }

    private static Set<Target> placesReached(String role, Way way) {
        Set<Target> inLegal = Set.of(LEGAL, OPEN, MINE, OTHERS, RESTRICTED, RESTRICTED_MINE);
        return switch (way) {
            case NOT_AT_ALL, ACCOUNT_ALONE -> Set.of();
            case MEMBER_WITH_ACCOUNT_ROLE, MEMBERSHIP_ROLE, GRANT_ON_WORKSPACE -> inLegal;
            case ORGANIZATION_MEMBER_WITH_ACCOUNT_ROLE -> Set.of(OURS);
            case ORGANIZATION_ROLE ->
                role.equals("manager") || role.equals("owner")
                        ? Set.of(OURS, LEGAL, SIBLING, OPEN, MINE, OTHERS, RESTRICTED, RESTRICTED_MINE, SIBLING_OPEN)
                        : Set.of(OURS);
            case GRANT_ON_DATASETS -> Set.of(OTHERS, RESTRICTED);
        };
    }

    private static Map<String, List<String>> letters() {
        Map<String, List<String>> letters = new HashMap<>();
        TABLE.lines()
                .map(line -> line.split(" +"))
                .forEach(cells -> letters.put(cells[0], List.of(cells).subList(1, 6)));
        return letters;
    }

    @Test
    void registeredPermissionsReachWhereTheirRoleIsHeld() {
        Role exporter = World.custom("exporter", EXPORT);

        Actor member = ada().member(LEGAL, exporter).build();
        Actor onOrganization = ada().member(OURS, exporter).build();
        Actor onAll = ada().member(OURS, World.reachingWorkspaces(exporter)).build();

        assertThat(reached(member)).containsExactly(LEGAL, OPEN, MINE, OTHERS);
        assertThat(reached(onOrganization)).containsExactly(OURS);
        assertThat(reached(onAll)).containsExactly(OURS, LEGAL, SIBLING, OPEN, MINE, OTHERS, SIBLING_OPEN);
    }

    @Test
    void assignedOnlyCutsCustomRolesToTheirDatasets() {
        Role exporter = World.assignedOnly(World.custom("exporter", EXPORT));

        Actor member = ada().member(LEGAL, exporter).assignedTo(datasetId(MINE)).build();

        assertThat(reached(member)).containsExactly(OPEN, MINE);
    }

    private static Stream<Target> reached(Actor actor) {
        return World.TARGETS.stream().filter(target -> AccessPolicy.allows(actor, EXPORT, target));
    }

    @Test
    void aMembershipRoleTakesTheAccountRolesPlace() {
        Actor adminAsViewer = ada(PredefinedRole.ADMIN.role())
                .member(LEGAL, PredefinedRole.VIEWER.role())
                .build();
        Actor annotatorAsManager = ada(PredefinedRole.ANNOTATOR.role())
                .member(LEGAL, PredefinedRole.MANAGER.role())
                .build();

        assertThat(DATASETS).noneMatch(it -> AccessPolicy.allows(adminAsViewer, key("dataset:update"), it));
        assertThat(AccessPolicy.allows(annotatorAsManager, key("member:add"), LEGAL))
                .isTrue();
    }

    @Test
    void customAccountRolesGiveInstancePermissionsEverywhere() {
        Actor clerk = ada(World.custom("clerk", key("user:update"), key("workspace:delete")))
                .build();

        assertThat(AccessPolicy.allows(clerk, key("user:update"), World.OTHER_USER))
                .isTrue();
        assertThat(AccessPolicy.allows(clerk, key("user:update"), World.OWNER_USER))
                .isFalse();
        assertThat(AccessPolicy.allows(clerk, key("workspace:delete"), World.FOREIGN))
                .isTrue();
        assertThat(AccessPolicy.allows(clerk, key("workspace:read"), LEGAL)).isFalse();
    }

    private static Permission key(String key) {
        return Permission.parse(key);
    }
}
