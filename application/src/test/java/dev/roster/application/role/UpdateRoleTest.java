package dev.roster.application.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.application.Change;
import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.fake.Fakes;
import dev.roster.application.given.Given;
import dev.roster.application.given.Ports;
import dev.roster.application.scenario.UseCases;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.audit.Door;
import dev.roster.domain.role.PermissionSet;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RosterPermission;
import org.junit.jupiter.api.Test;

/** What a door may change of a role that holds more than the door has words for. */
class UpdateRoleTest {
    private static final Caller OPERATOR = Caller.operator("root", Origin.of(Door.CLI));
    private static final PermissionSet NAMEABLE =
            PermissionSet.of(RosterPermission.DATASET_READ, RosterPermission.DATASET_UPDATE);

    private final Fakes fakes = new Fakes();
    private final Ports ports = fakes.ports();
    private final UpdateRole update = UseCases.over(ports, fakes.clock()).get(UpdateRole.class);
    private final Role clerk =
            new Given(ports).role("clerk", RosterPermission.DATASET_UPDATE, RosterPermission.FEEDBACK_CREATE);
    private final UpdateRole.Command naming = UpdateRole.Command.of(clerk.id()).withNameable(NAMEABLE);

    @Test
    void whatCannotBeNamedStays() {
        Role after = update.handle(
                OPERATOR, naming.withPermissions(Change.to(PermissionSet.of(RosterPermission.DATASET_READ))));

        assertThat(after.permissions())
                .isEqualTo(PermissionSet.of(RosterPermission.DATASET_READ, RosterPermission.FEEDBACK_CREATE));
    }

    @Test
    void allThatCanBeNamedMayGo() {
        Role after = update.handle(OPERATOR, naming.withPermissions(Change.to(PermissionSet.none())));

        assertThat(after.permissions()).isEqualTo(PermissionSet.of(RosterPermission.FEEDBACK_CREATE));
    }

    @Test
    void nothingIsNamedUnlessItIsGiven() {
        assertThat(update.handle(OPERATOR, naming).permissions()).isEqualTo(clerk.permissions());
    }

    @Test
    void onlyWhatIsNameableIsWanted() {
        PermissionSet wanted = PermissionSet.of(RosterPermission.DATASET_READ, RosterPermission.DATASET_DELETE);

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> naming.withPermissions(Change.to(wanted)))
                .returns(Kind.INVALID, RefusedException::kind)
                .returns("permissions", RefusedException::field)
                .withMessage("`dataset:delete` is not among the permissions to replace");
    }
}
