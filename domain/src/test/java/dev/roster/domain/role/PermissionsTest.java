package dev.roster.domain.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.domain.RefusedException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionsTest {
    private static final RegisteredPermission EXPORT = new RegisteredPermission("acme:export");

    @ParameterizedTest
    @EnumSource(RosterPermission.class)
    void everyKeyIsReadBack(RosterPermission permission) {
        assertThat(permission.key()).matches("[a-z-]+:[a-z]+").hasToString(permission.toString());
        assertThat(Permission.parse(permission.key())).isSameAs(permission);
    }

    @Test
    void aSetHasRoomForAllOfThem() {
        assertThat(RosterPermission.values()).hasSizeLessThanOrEqualTo(Long.SIZE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme:export", "arize:DASHBOARD_READ", "a:b", "label-studio:projects.change", "a:b:c"})
    void otherKeysAreRegisteredOnes(String key) {
        assertThat(Permission.parse(key))
                .isEqualTo(new RegisteredPermission(key))
                .hasToString(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "export",
                ":export",
                "acme:",
                "Acme:export",
                "acme:ex port",
                "acme:export\n",
                "acme::x",
                "1a:b"
            })
    void malformedKeysAreRefused(String key) {
        assertThatThrownBy(() -> Permission.parse(key))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("permission"))
                .hasMessageStartingWith("invalid permission `")
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dataset:explode", "user:READ", "service-key:x"})
    void rostersResourcesCannotBeRegistered(String key) {
        assertThatThrownBy(() -> Permission.parse(key)).hasMessage("unknown permission `" + key + "`");
    }

    @Test
    void aSetHoldsWhatItWasGiven() {
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            Set<RosterPermission> some = Arrays.stream(RosterPermission.values())
                    .filter(permission -> random.nextBoolean())
                    .collect(Collectors.toSet());

            PermissionSet set = PermissionSet.of(some);

            assertThat(RosterPermission.values())
                    .allMatch(permission -> set.contains(permission) == some.contains(permission));
            assertThat(set.stream().toList()).containsExactlyInAnyOrderElementsOf(some);
            assertThat(set).isEqualTo(PermissionSet.of(List.copyOf(some))).hasSameHashCodeAs(PermissionSet.of(some));
        }
    }

    @Test
    void aSetListsRostersOwnFirst() {
        PermissionSet set = PermissionSet.of(
                new RegisteredPermission("z:z"), EXPORT, RosterPermission.DATASET_READ, RosterPermission.USER_READ);

        assertThat(set).hasToString("user:read dataset:read acme:export z:z");
        assertThat(set.isEmpty()).isFalse();
        assertThat(PermissionSet.none().isEmpty()).isTrue();
        assertThat(PermissionSet.none().contains(EXPORT)).isFalse();
    }

    @Test
    void rostersOwnAreNotRegistered() {
        assertThatThrownBy(() -> new RegisteredPermission("dataset:read"))
                .hasMessage("`dataset:read` is one of Roster's own permissions and need not be registered");
        assertThatThrownBy(() -> new RegisteredPermission("dataset:reed"))
                .hasMessage("unknown permission `dataset:reed`");
    }

    @ParameterizedTest
    @EnumSource(PredefinedRole.class)
    void predefinedRolesKeepTheirIdsAndNumbers(PredefinedRole role) {
        int place = List.of("owner", "manager", "admin", "viewer", "annotator", "member", "reviewer")
                        .indexOf(role.word())
                + 1;

        assertThat(role.id()).hasToString("00000000-0000-8000-8000-00000000000" + place);
        assertThat(role.role().number()).isEqualTo(place);
        assertThat(role.ref().name()).hasToString(role.word());
        assertThat(PredefinedRole.of(role.id())).hasValue(role);
        assertThat(role.role().isPredefined()).isTrue();
    }

    @Test
    void onlyOwnersHoldRegisteredPermissionsUnasked() {
        assertThat(Arrays.stream(PredefinedRole.values())
                        .filter(role -> role.role().holds(EXPORT)))
                .containsExactly(PredefinedRole.OWNER);
    }

    @Test
    void aCustomRoleReachesWhereItIsHeld() {
        Role role = Role.custom(
                new RoleId(new UUID(1, 2)),
                new RoleName("clerk"),
                PermissionSet.of(EXPORT, RosterPermission.USER_READ));

        assertThat(role.reachOf(EXPORT)).isEqualTo(Reach.WITHIN);
        assertThat(role.reachOf(RosterPermission.USER_READ)).isEqualTo(Reach.EVERYWHERE);
        assertThat(role.reachOf(RosterPermission.USER_DELETE)).isEqualTo(Reach.NOWHERE);
        assertThat(role.isPredefined()).isFalse();
        assertThat(role.reachesWorkspaces()).isFalse();
    }
}
