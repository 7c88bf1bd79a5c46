package dev.roster.domain.role;

import static dev.roster.domain.role.RosterPermission.DATASET_READ;
import static dev.roster.domain.role.RosterPermission.USER_READ;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PermissionSetTest {
    private static final RegisteredPermission EXPORT = new RegisteredPermission("acme:export");
    private static final RegisteredPermission IMPORT = new RegisteredPermission("acme:import");

    @Test
    void theOrderDoesNotMatter() {
        assertThat(PermissionSet.of(USER_READ, EXPORT))
                .isEqualTo(PermissionSet.of(EXPORT, USER_READ))
                .hasSameHashCodeAs(PermissionSet.of(EXPORT, USER_READ));
    }

    @Test
    void setsThatDifferAreNotEqual() {
        PermissionSet set = PermissionSet.of(USER_READ, EXPORT);

        assertThat(set)
                .isNotEqualTo(PermissionSet.of(DATASET_READ, EXPORT))
                .isNotEqualTo(PermissionSet.of(USER_READ, IMPORT))
                .isNotEqualTo(PermissionSet.of(USER_READ))
                .isNotEqualTo(PermissionSet.of(EXPORT))
                .isNotEqualTo(Set.of(USER_READ, EXPORT))
                .isNotEqualTo(null);
    }

    @Test
    void setsOfOnePermissionOnUsersOrRolesHaveHashesOfTheirOwn() {
        assertThat(EnumSet.range(RosterPermission.USER_CREATE, RosterPermission.ROLE_DELETE))
                .extracting(permission -> PermissionSet.of(permission).hashCode())
                .doesNotHaveDuplicates();
        assertThat(PermissionSet.of(EXPORT)).doesNotHaveSameHashCodeAs(PermissionSet.of(IMPORT));
    }

    @Test
    void whatIsTakenAwayIsGoneAndTheRestStays() {
        PermissionSet set = PermissionSet.of(USER_READ, DATASET_READ, EXPORT, IMPORT);

        assertThat(set.without(PermissionSet.of(DATASET_READ, EXPORT))).isEqualTo(PermissionSet.of(USER_READ, IMPORT));
        assertThat(set.without(PermissionSet.none())).isEqualTo(set);
        assertThat(set.without(set)).isEqualTo(PermissionSet.none());
    }
}
