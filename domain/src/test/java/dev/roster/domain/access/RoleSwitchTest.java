package dev.roster.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.workspace.WorkspaceId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A preview says what decisions say before and after. */
class RoleSwitchTest {
    private static final OrganizationId LAB = new OrganizationId(new UUID(1, 1));
    private static final Target ORGANIZATION = Target.organization(LAB, "lab");
    private static final Target LEGAL = Target.workspace(new WorkspaceId(new UUID(2, 1)), "legal", LAB);
    private static final Target OWN = Target.workspace(new WorkspaceId(new UUID(2, 2)), "own", LAB);

    private static Actor holding(PredefinedRole account) {
        return Actor.named(new UserId(new UUID(9, 9)), "ana", UserStatus.ACTIVE, account.role())
                .member(ORGANIZATION, null)
                .member(LEGAL, null)
                .member(OWN, PredefinedRole.VIEWER.role())
                .build();
    }

    private static Map<Target, RoleChange.Effect> whole(List<RoleChange.Effect> effects) {
        return effects.stream()
                .filter(effect -> effect.extent() == Extent.WHOLE || effect.extent() == Extent.ALL_BUT_OPEN_DATASETS)
                .collect(Collectors.toMap(RoleChange.Effect::place, effect -> effect, RoleSwitchTest::both));
    }

    private static RoleChange.Effect both(RoleChange.Effect one, RoleChange.Effect other) {
        return new RoleChange.Effect(
                one.place(),
                Extent.WHOLE,
                Stream.concat(one.gained().stream(), other.gained().stream()).toList(),
                Stream.concat(one.lost().stream(), other.lost().stream()).toList());
    }

    @Test
    void accountRoleCountsWhereNoOtherIsHeld() {
        List<RoleChange.Effect> effects = RoleSwitch.ofAccount(
                        holding(PredefinedRole.VIEWER), PredefinedRole.MANAGER.role())
                .effects(List.of());

        RoleChange.Effect legal = Objects.requireNonNull(whole(effects).get(LEGAL));
        assertThat(legal.gained()).contains(RosterPermission.MEMBER_ADD);
        assertThat(legal.lost()).isEmpty();
        assertThat(whole(effects)).doesNotContainKey(OWN);
    }

    @Test
    void lossIsTheOtherWayRound() {
        Actor manager = holding(PredefinedRole.MANAGER);
        List<RoleChange.Effect> down =
                RoleSwitch.ofAccount(manager, PredefinedRole.VIEWER.role()).effects(List.of());
        List<RoleChange.Effect> up = RoleSwitch.ofAccount(holding(PredefinedRole.VIEWER), PredefinedRole.MANAGER.role())
                .effects(List.of());

        assertThat(down)
                .extracting(RoleChange.Effect::lost)
                .isEqualTo(up.stream().map(RoleChange.Effect::gained).toList());
        assertThat(down).allSatisfy(effect -> assertThat(effect.gained()).isEmpty());
    }

    @Test
    void ownerGainsEverywhere() {
        List<RoleChange.Effect> effects = RoleSwitch.ofAccount(
                        holding(PredefinedRole.VIEWER), PredefinedRole.OWNER.role())
                .effects(List.of());

        assertThat(Objects.requireNonNull(whole(effects).get(Target.instance())).gained())
                .contains(RosterPermission.INSTANCE_CONFIGURE, RosterPermission.WORKSPACE_DELETE);
        assertThat(whole(effects)).containsKeys(LEGAL, OWN);
    }

    @Test
    void placeAloneIsTouched() {
        List<RoleChange.Effect> effects = RoleSwitch.inPlace(
                        holding(PredefinedRole.VIEWER), OWN, PredefinedRole.ADMIN.role())
                .effects(List.of());

        assertThat(effects)
                .isNotEmpty()
                .allSatisfy(effect -> assertThat(effect.place()).isEqualTo(OWN));
    }

    /** Whatever is switched: what is gained was denied before and is allowed after, and the rest of what changed is lost. */
    @ParameterizedTest
    @EnumSource
    void effectsAreDecisions(PredefinedRole given) {
        for (PredefinedRole account : PredefinedRole.values()) {
            Actor before = holding(account);
            Actor after = before.copy().member(LEGAL, given.role()).build();
            Role old = account.role();
            RoleChange.Effect effect = whole(
                            RoleSwitch.inPlace(before, LEGAL, given.role()).effects(List.of()))
                    .get(LEGAL);
            List<Permission> gained = effect == null ? List.of() : effect.gained();
            List<Permission> lost = effect == null ? List.of() : effect.lost();
            for (Permission permission :
                    old.permissions().plus(given.role().permissions()).stream().toList()) {
                boolean was = AccessPolicy.allows(before, permission, LEGAL);
                boolean is = AccessPolicy.allows(after, permission, LEGAL);
                if (LEGAL.kind().takes(permission)) {
                    assertThat(gained.contains(permission))
                            .as("%s %s %s", account, given, permission)
                            .isEqualTo(is && !was);
                    assertThat(lost.contains(permission))
                            .as("%s %s %s", account, given, permission)
                            .isEqualTo(was && !is);
                }
            }
        }
    }

    @Test
    void sameRoleChangesNothing() {
        assertThat(RoleSwitch.ofAccount(holding(PredefinedRole.ADMIN), PredefinedRole.ADMIN.role())
                        .effects(List.of()))
                .isEmpty();
        assertThat(RoleSwitch.inPlace(holding(PredefinedRole.ADMIN), LEGAL, null)
                        .effects(List.of()))
                .isEmpty();
    }
}
