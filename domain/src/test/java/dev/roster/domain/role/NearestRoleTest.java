package dev.roster.domain.role;

import static dev.roster.domain.role.PredefinedRole.ADMIN;
import static dev.roster.domain.role.PredefinedRole.ANNOTATOR;
import static dev.roster.domain.role.PredefinedRole.MANAGER;
import static dev.roster.domain.role.PredefinedRole.MEMBER;
import static dev.roster.domain.role.PredefinedRole.OWNER;
import static dev.roster.domain.role.PredefinedRole.REVIEWER;
import static dev.roster.domain.role.PredefinedRole.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NearestRoleTest {
    private static final List<PredefinedRole> THREE = List.of(OWNER, ADMIN, ANNOTATOR);

    private static PredefinedRole nearest(Role role) {
        return PredefinedRole.nearest(role, THREE);
    }

    private static Role custom(List<RosterPermission> permissions) {
        return Role.custom(new RoleId(new UUID(1, 1)), new RoleName("custom"), PermissionSet.of(permissions));
    }

    @Test
    void aCandidateIsNearestToItself() {
        assertThat(THREE).allSatisfy(role -> assertThat(nearest(role.role())).isEqualTo(role));
    }

    @Test
    void theOthersHaveTheirNeighbours() {
        assertThat(nearest(MANAGER.role())).isEqualTo(ADMIN);
        assertThat(nearest(MEMBER.role())).isEqualTo(ADMIN);
        assertThat(nearest(REVIEWER.role())).isEqualTo(ANNOTATOR);
        assertThat(nearest(VIEWER.role())).isEqualTo(ANNOTATOR);
    }

    @Test
    void oneMissingPermissionDoesNotMakeAnOwnerAnAnnotator() {
        List<RosterPermission> almostAll = new ArrayList<>(Arrays.asList(RosterPermission.values()));
        almostAll.remove(RosterPermission.AUDIT_READ);

        assertThat(nearest(custom(almostAll))).isEqualTo(OWNER);
    }

    @Test
    void aFewInstanceWidePermissionsDoNotMakeAnOwner() {
        assertThat(nearest(custom(List.of(RosterPermission.USER_CREATE, RosterPermission.USER_READ))))
                .isEqualTo(ANNOTATOR);
    }

    @Test
    void nothingAtAllIsTheLeast() {
        assertThat(nearest(custom(List.of()))).isEqualTo(ANNOTATOR);
    }

    @Test
    void whereTwoAreAsCloseTheLaterOneCounts() {
        List<RosterPermission> between = List.of(
                RosterPermission.ORGANIZATION_READ,
                RosterPermission.WORKSPACE_READ,
                RosterPermission.DATASET_READ,
                RosterPermission.FEEDBACK_CREATE);
        assertThat(PredefinedRole.nearest(custom(between), List.of(VIEWER, ANNOTATOR)))
                .isEqualTo(ANNOTATOR);
        assertThat(PredefinedRole.nearest(custom(between), List.of(ANNOTATOR, VIEWER)))
                .isEqualTo(VIEWER);
    }
}
