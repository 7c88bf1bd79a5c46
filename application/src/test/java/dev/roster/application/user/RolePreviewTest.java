package dev.roster.application.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.access.RolePreview;
import dev.roster.application.fake.Fakes;
import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.membership.ChangeMemberRole;
import dev.roster.application.scenario.UseCases;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.RoleChange;
import dev.roster.domain.access.Target;
import dev.roster.domain.audit.Door;
import dev.roster.domain.membership.Place;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.workspace.Workspace;
import org.junit.jupiter.api.Test;

/** What another role would mean is shown, and refused, as the change would be. */
class RolePreviewTest {
    private static final Caller ROOT = Caller.operator("root", Origin.of(Door.CLI));

    private final Fakes fakes = new Fakes();
    private final Ports ports = fakes.ports();
    private final Given given = new Given(ports);
    private final UseCases useCases = UseCases.over(ports, fakes.clock());
    private final UpdateUser updateUser = useCases.get(UpdateUser.class);
    private final ChangeMemberRole changeMemberRole = useCases.get(ChangeMemberRole.class);
    private final GivenUser olga = given.owner("olga");
    private final Workspace legal = given.workspace("legal");
    private final GivenUser ana = given.user("ana").role(PredefinedRole.VIEWER).in(legal);

    private static Caller caller(GivenUser user) {
        return Caller.user(user.user(), Origin.of(Door.API));
    }

    @Test
    void accountRoleIsPreviewedAndNothingChanges() {
        RolePreview preview = updateUser.previewRole(caller(olga), ana.id(), "manager");

        assertThat(preview.before()).isEqualTo(PredefinedRole.VIEWER.ref());
        assertThat(preview.after()).isEqualTo(PredefinedRole.MANAGER.ref());
        assertThat(preview.effects()).anySatisfy(effect -> {
            assertThat(effect.place()).isEqualTo(Target.of(legal));
            assertThat(effect.gained()).contains(RosterPermission.MEMBER_ADD);
        });
        assertThat(ana.user().role()).isEqualTo(PredefinedRole.VIEWER.ref());
    }

    @Test
    void previewIsRefusedAsTheChangeIs() {
        GivenUser bob = given.user("bob").role(PredefinedRole.MANAGER).in(legal);

        assertRefused(() -> updateUser.previewRole(caller(bob), ana.id(), "admin"), RefusedException.Kind.FORBIDDEN);
        assertRefused(() -> updateUser.previewRole(caller(ana), ana.id(), "owner"), RefusedException.Kind.FORBIDDEN);
        assertRefused(() -> updateUser.previewRole(ROOT, olga.id(), "viewer"), RefusedException.Kind.CONFLICT);
        assertRefused(() -> updateUser.previewRole(ROOT, ana.id(), "no such"), RefusedException.Kind.INVALID);
        given.owner("oleg");
        assertThat(updateUser.previewRole(ROOT, olga.id(), "viewer").effects()).isNotEmpty();
    }

    @Test
    void roleOfAPlaceIsPreviewed() {
        GivenUser bob = given.user("bob").in(legal, PredefinedRole.MANAGER.role());
        ChangeMemberRole.Command command = new ChangeMemberRole.Command(Place.of(legal.id()), ana.id(), "admin");

        RolePreview preview = changeMemberRole.preview(caller(bob), command);

        assertThat(preview.before()).isNull();
        assertThat(preview.after()).isEqualTo(PredefinedRole.ADMIN.ref());
        assertThat(preview.effects())
                .isNotEmpty()
                .extracting(RoleChange.Effect::place)
                .containsOnly(Target.of(legal));
        assertRefused(() -> changeMemberRole.preview(caller(ana), command), RefusedException.Kind.FORBIDDEN);
    }

    /** Who changes a user need not see where that user is. */
    @Test
    void placesThatTheCallerMayNotReadComeWithoutTheirName() {
        GivenUser keeper = given.user("keeper")
                .role(given.role("keeper", RosterPermission.USER_READ, RosterPermission.USER_UPDATE));

        given.role("reader", RosterPermission.USER_READ);

        RolePreview preview = updateUser.previewRole(caller(keeper), ana.id(), "reader");

        assertThat(preview.effects())
                .filteredOn(effect -> effect.place().kind() == Target.Kind.WORKSPACE)
                .isNotEmpty()
                .allSatisfy(effect -> assertThat(effect.place().label()).doesNotContain("legal"));
    }

    private static void assertRefused(Runnable call, RefusedException.Kind kind) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.kind()).isEqualTo(kind));
    }
}
