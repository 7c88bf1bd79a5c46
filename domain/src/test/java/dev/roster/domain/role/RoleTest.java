package dev.roster.domain.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoleTest {
    private static final Role CLERK =
            custom(1, "clerk", PermissionSet.of(RosterPermission.DATASET_READ, RosterPermission.DATASET_ANNOTATE));

    private static Role custom(int id, String name, PermissionSet permissions) {
        return Role.custom(new RoleId(new UUID(1, id)), new RoleName(name), permissions);
    }

    /** A custom role with all that another has, but for who it is. */
    private static Role copyOf(Role role) {
        return custom(2, "copy", role.permissions())
                .withAssignedOnly(role.assignedOnly())
                .withReachesWorkspaces(role.reachesWorkspaces());
    }

    private static PermissionSet whereTheTableSays(PredefinedRole role, Predicate<Reach> reach) {
        return PermissionSet.of(Arrays.stream(RosterPermission.values())
                .filter(permission -> reach.test(permission.reachOf(role)))
                .toList());
    }

    @ParameterizedTest
    @EnumSource(PredefinedRole.class)
    void aPredefinedRoleGivesWhatItsColumnSays(PredefinedRole column) {
        Role role = Role.predefined(column.id(), 0, "", true, column);

        assertThat(role.permissions()).isEqualTo(whereTheTableSays(column, reach -> reach != Reach.NOWHERE));
        assertThat(role.assignedOnly()).isEqualTo(whereTheTableSays(column, reach -> reach == Reach.ASSIGNED));
    }

    @Test
    void aRoleGivesTheSameUnderAnotherName() {
        assertThat(CLERK.givesTheSameAs(copyOf(CLERK))).isTrue();
        assertThat(CLERK.givesTheSameAs(CLERK.withDescription("Reads and annotates.")))
                .isTrue();
        assertThat(PredefinedRole.OWNER.role().givesTheSameAs(PredefinedRole.OWNER.role()))
                .isTrue();
    }

    @Test
    void otherPermissionsAreNotTheSame() {
        Role reader = CLERK.withPermissions(PermissionSet.of(RosterPermission.DATASET_READ));

        assertThat(CLERK.givesTheSameAs(reader)).isFalse();
        assertThat(reader.givesTheSameAs(CLERK)).isFalse();
    }

    @Test
    void thePermissionsOfAssignedDatasetsAreNotTheSame() {
        assertThat(CLERK.givesTheSameAs(CLERK.withAssignedOnly(CLERK.permissions())))
                .isFalse();
    }

    @Test
    void whatReachesTheWorkspacesOfAnOrganizationIsNotTheSame() {
        assertThat(CLERK.givesTheSameAs(CLERK.withReachesWorkspaces(true))).isFalse();
    }

    @Test
    void noCopyGivesTheSameAsAManager() {
        Role manager = PredefinedRole.MANAGER.role();

        assertThat(manager.givesTheSameAs(copyOf(manager))).isFalse();
    }

    @Test
    void noManagerGivesTheSameAsAnOwner() {
        Role owner = PredefinedRole.OWNER.role();
        Role managerOfEverything = PredefinedRole.MANAGER.role().withPermissions(owner.permissions());

        assertThat(owner.givesTheSameAs(managerOfEverything)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(PredefinedRole.class)
    void allButOwnerAreForPlaces(PredefinedRole role) {
        assertThat(role.role().isForPlaces()).isEqualTo(role != PredefinedRole.OWNER);
    }

    @Test
    void aCustomRoleIsForPlaces() {
        assertThat(CLERK.isForPlaces()).isTrue();
    }
}
