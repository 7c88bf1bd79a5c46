package dev.roster.domain.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.domain.RefusedException;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisteredReachTest {
    private static final RegisteredPermission EXPORT = new RegisteredPermission("acme:export");
    private static final RegisteredPermission SHOW = new RegisteredPermission("acme:show");
    private static final RegisteredReach REACH =
            RegisteredReach.parse(Map.of("manager", "within", "viewer", "within", "annotator", "assigned"));
    private static final PermissionTable TABLE = new PermissionTable(Map.of(SHOW, REACH, EXPORT, RegisteredReach.NONE));

    @Test
    void whatIsNotSaidReachesNowhereAndOwnersEverywhere() {
        assertThat(REACH.of(PredefinedRole.OWNER)).isEqualTo(Reach.EVERYWHERE);
        assertThat(REACH.of(PredefinedRole.ADMIN)).isEqualTo(Reach.NOWHERE);
        assertThat(REACH).hasToString("manager=within viewer=within annotator=assigned");
        assertThat(RegisteredReach.parse(REACH.words())).isEqualTo(REACH);
    }

    @Test
    void whatIsShownOfAllRolesIsReadBack() {
        Map<PredefinedRole, Reach> shown = new EnumMap<>(PredefinedRole.class);
        for (PredefinedRole role : PredefinedRole.values()) {
            shown.put(role, REACH.of(role));
        }

        assertThat(new RegisteredReach(shown)).isEqualTo(REACH);
    }

    @ParameterizedTest
    @CsvSource({
        "owner,within",
        "owner,nowhere",
        "manager,everywhere",
        "manager,assigned",
        "viewer,organizations",
        "manager,far",
        "Manager,within",
        "clerk,within"
    })
    void othersAreRefused(String role, String reach) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> RegisteredReach.parse(Map.of(role, reach)))
                .returns("reach", RefusedException::field);
    }

    @Test
    void rolesHoldWhatIsRegisteredBesideTheirOwn() {
        Role annotator = TABLE.role(PredefinedRole.ANNOTATOR);

        assertThat(annotator.permissions().without(PermissionSet.of(SHOW)))
                .isEqualTo(PredefinedRole.ANNOTATOR.role().permissions());
        assertThat(annotator.reachOf(SHOW)).isEqualTo(Reach.ASSIGNED);
        assertThat(annotator.reachOf(EXPORT)).isEqualTo(Reach.NOWHERE);
        assertThat(TABLE.role(PredefinedRole.MANAGER).reachOf(SHOW)).isEqualTo(Reach.WITHIN);
        assertThat(TABLE.role(PredefinedRole.OWNER)).isEqualTo(PredefinedRole.OWNER.role());
        assertThat(PermissionTable.own().role(PredefinedRole.VIEWER)).isEqualTo(PredefinedRole.VIEWER.role());
    }

    @Test
    void whatThoseHoldWhoRunNothingIsDailyWork() {
        PermissionTable managers =
                new PermissionTable(Map.of(EXPORT, RegisteredReach.parse(Map.of("manager", "within"))));

        assertThat(TABLE.isAdministrative(SHOW)).isFalse();
        assertThat(TABLE.isAdministrative(EXPORT)).isTrue();
        assertThat(managers.isAdministrative(EXPORT)).isTrue();
        assertThat(PermissionTable.own().isAdministrative(SHOW)).isTrue();
    }
}
