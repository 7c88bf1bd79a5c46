package dev.roster.application.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.fake.Fakes;
import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.AuditTrail.Filter;
import dev.roster.application.scenario.UseCases;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.audit.Door;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserStatus;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Deleting who is deleted already, for callers who want them gone and for those who want to know. */
class DeleteUserTest {
    private static final Caller ROOT = Caller.operator("root", Origin.of(Door.CLI));

    private final Fakes fakes = new Fakes();
    private final Ports ports = fakes.ports();
    private final Given given = new Given(ports);
    private final DeleteUser delete = UseCases.over(ports, fakes.clock()).get(DeleteUser.class);
    private final GivenUser ana = given.user("ana");
    private final UserId unknown = new UserId(ports.ids().next());

    @Test
    void ensuringDeletesWhoIsThere() {
        User gone = delete.ensure(ROOT, ana.id());

        assertThat(gone.status()).isEqualTo(UserStatus.DELETED);
        assertThat(ana.user()).isEqualTo(gone);
    }

    @Test
    void whoIsGoneAlreadyStaysAsTheyAre() {
        User gone = delete.handle(ROOT, ana.id());
        fakes.clock().advance(Duration.ofHours(1));

        assertThat(delete.ensure(ROOT, ana.id())).isEqualTo(gone);
        assertThat(ana.user()).isEqualTo(gone);
        assertThat(ports.auditTrail().list(Filter.all(), PageRequest.first()).items())
                .hasSize(1);
    }

    @Test
    void nobodyCanBeDeletedTwice() {
        delete.handle(ROOT, ana.id());

        refused(Kind.NOT_FOUND, () -> delete.handle(ROOT, ana.id()));
    }

    @Test
    void whoNeverWasIsNotFound() {
        refused(Kind.NOT_FOUND, () -> delete.handle(ROOT, unknown));
        refused(Kind.NOT_FOUND, () -> delete.ensure(ROOT, unknown));
    }

    @Test
    void ensuringTakesThePermissionAlsoForWhoIsGone() {
        Caller vera = caller(given.user("vera").role(PredefinedRole.MANAGER));
        delete.handle(ROOT, ana.id());

        refused(Kind.FORBIDDEN, () -> delete.ensure(vera, ana.id()));
    }

    @Test
    void goneOwnersAreStillForOwnersAlone() {
        Caller helper = caller(given.user("helper").role(given.role("helper", RosterPermission.USER_DELETE)));
        GivenUser olga = given.user("olga").role(PredefinedRole.OWNER).status(UserStatus.DELETED);
        delete.handle(ROOT, ana.id());

        assertThat(delete.ensure(helper, ana.id()).status()).isEqualTo(UserStatus.DELETED);
        refused(Kind.FORBIDDEN, () -> delete.ensure(helper, olga.id()));
    }

    private static void refused(Kind kind, ThrowingCallable call) {
        assertThatExceptionOfType(RefusedException.class).isThrownBy(call).returns(kind, RefusedException::kind);
    }

    private static Caller caller(GivenUser user) {
        return Caller.user(user.user(), Origin.of(Door.CLI));
    }
}
