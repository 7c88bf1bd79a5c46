package dev.roster.application.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.application.Change;
import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.fake.Fakes;
import dev.roster.application.given.Given;
import dev.roster.application.given.Ports;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.AuditTrail;
import dev.roster.application.port.RegisteredPermissions.Registered;
import dev.roster.application.scenario.UseCases;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.audit.Door;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Reach;
import dev.roster.domain.role.RegisteredPermission;
import dev.roster.domain.role.RegisteredReach;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Registering many permissions at once, as each start does. */
class RegisterPermissionTest {
    private static final Caller SYSTEM = Caller.operator("roster", Origin.of(Door.SYSTEM));
    private static final RegisteredPermission READ = new RegisteredPermission("acme:READ");
    private static final RegisteredPermission WRITE = new RegisteredPermission("acme:WRITE");

    private static final RegisteredReach VIEWERS = new RegisteredReach(Map.of(PredefinedRole.VIEWER, Reach.WITHIN));
    private static final List<RegisterPermission.Command> BOTH = List.of(
            new RegisterPermission.Command(READ, "", Change.to(VIEWERS)),
            new RegisterPermission.Command(WRITE, "", Change.none()));

    private final Fakes fakes = new Fakes();
    private final Ports ports = fakes.ports();
    private final RegisterPermission register =
            UseCases.over(ports, fakes.clock()).get(RegisterPermission.class);

    @Test
    void eachIsRegisteredOnceAndSaidInOneEvent() {
        register.handle(SYSTEM, new RegisterPermission.Command(READ, "Look"));

        register.ensure(SYSTEM, "acme", BOTH);

        assertThat(ports.registeredPermissions().all())
                .containsExactly(new Registered(READ, "Look", VIEWERS), new Registered(WRITE, ""));
        assertThat(events()).isEqualTo(2);
    }

    @Test
    void nothingIsWrittenWhereAllAreThere() {
        register.ensure(SYSTEM, "acme", BOTH);
        fakes.lockStore();

        register.ensure(SYSTEM, "acme", BOTH);

        fakes.unlockStore();
        assertThat(events()).isEqualTo(1);
    }

    @Test
    void itTakesThePermissionAlsoWhereAllAreThere() {
        register.ensure(SYSTEM, "acme", BOTH);
        Caller ana = Caller.user(new Given(ports).user("ana").user(), Origin.of(Door.API));

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> register.ensure(ana, "acme", BOTH))
                .returns(Kind.FORBIDDEN, RefusedException::kind);
    }

    private int events() {
        return ports.auditTrail()
                .list(AuditTrail.Filter.all(), PageRequest.first())
                .items()
                .size();
    }
}
