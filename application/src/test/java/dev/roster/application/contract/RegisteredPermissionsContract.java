package dev.roster.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.port.RegisteredPermissions;
import dev.roster.application.port.RegisteredPermissions.Registered;
import dev.roster.domain.access.AccessPolicy;
import dev.roster.domain.access.Actor;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.PermissionSet;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Reach;
import dev.roster.domain.role.RegisteredPermission;
import dev.roster.domain.role.RegisteredReach;
import dev.roster.domain.role.Role;
import dev.roster.domain.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link RegisteredPermissions} must do. */
public interface RegisteredPermissionsContract extends StoreContract {
    Registered DASHBOARDS =
            new Registered(new RegisteredPermission("arize:DASHBOARD_READ"), "reads 'dashboards',\neven Prüfungen 🦊");

    @Test
    default void registeredPermissionsComeByKey() {
        RegisteredPermissions registered = ports().registeredPermissions();
        Registered lower = new Registered(new RegisteredPermission("arize:dashboard_read"), "");
        Registered first = new Registered(new RegisteredPermission("acme:read"), "");

        assertThat(registered.all()).isEmpty();
        assertThat(registered.add(lower)).isTrue();
        assertThat(registered.add(DASHBOARDS)).isTrue();
        assertThat(registered.add(first)).isTrue();
        assertThat(registered.all()).containsExactly(first, DASHBOARDS, lower);
    }

    @Test
    default void onlyRegisteredPermissionsAreThere() {
        RegisteredPermissions registered = ports().registeredPermissions();
        registered.add(DASHBOARDS);

        assertThat(registered.has(DASHBOARDS.permission())).isTrue();
        assertThat(registered.has(new RegisteredPermission("arize:dashboard_read")))
                .isFalse();
    }

    @Test
    default void registeringTwiceChangesNothing() {
        RegisteredPermissions registered = ports().registeredPermissions();
        registered.add(DASHBOARDS);

        assertThat(registered.add(new Registered(DASHBOARDS.permission(), "something else")))
                .isFalse();
        assertThat(registered.all()).containsExactly(DASHBOARDS);
    }

    @Test
    default void predefinedRolesComeWithWhatTheyHold() {
        Ports ports = ports();
        RegisteredReach reach = new RegisteredReach(
                Map.of(PredefinedRole.MANAGER, Reach.WITHIN, PredefinedRole.ANNOTATOR, Reach.ASSIGNED));
        Registered reaching = new Registered(DASHBOARDS.permission(), "dashboards", reach);

        assertThat(ports.registeredPermissions().add(reaching)).isTrue();

        assertThat(ports.registeredPermissions().all()).containsExactly(reaching);
        assertThat(reachOf(ports, PredefinedRole.OWNER)).isEqualTo(Reach.EVERYWHERE);
        assertThat(reachOf(ports, PredefinedRole.MANAGER)).isEqualTo(Reach.WITHIN);
        assertThat(reachOf(ports, PredefinedRole.ADMIN)).isEqualTo(Reach.NOWHERE);
        assertThat(reachOf(ports, PredefinedRole.ANNOTATOR)).isEqualTo(Reach.ASSIGNED);
        Role viewer = ports.roles().get(PredefinedRole.VIEWER.id());
        assertThat(viewer).isEqualTo(PredefinedRole.VIEWER.role().withNumber(viewer.number()));
        assertThat(ports.roles().get(PredefinedRole.MANAGER.id()).permissions().without(heldOf(reaching)))
                .isEqualTo(PredefinedRole.MANAGER.role().permissions());
    }

    private static PermissionSet heldOf(Registered registered) {
        return PermissionSet.of(registered.permission());
    }

    private static Reach reachOf(Ports ports, PredefinedRole role) {
        return ports.roles().get(role.id()).reachOf(DASHBOARDS.permission());
    }

    @Test
    default void reachIsChangedForThoseAlone() {
        RegisteredPermissions registered = ports().registeredPermissions();
        RegisteredPermission other = new RegisteredPermission("acme:read");
        RegisteredReach within = new RegisteredReach(Map.of(PredefinedRole.VIEWER, Reach.WITHIN));
        RegisteredReach assigned = new RegisteredReach(Map.of(PredefinedRole.VIEWER, Reach.ASSIGNED));
        registered.add(new Registered(DASHBOARDS.permission(), DASHBOARDS.description(), within));
        registered.add(new Registered(other, "", within));

        registered.updateReach(List.of(new Registered(DASHBOARDS.permission(), "something else", assigned)));

        assertThat(registered.all())
                .containsExactly(
                        new Registered(other, "", within),
                        new Registered(DASHBOARDS.permission(), DASHBOARDS.description(), assigned));
        registered.updateReach(List.of(DASHBOARDS));
        assertThat(registered.all()).containsExactly(new Registered(other, "", within), DASHBOARDS);
    }

    @Test
    default void actorsHoldWhatTheirPredefinedRolesDo() {
        Ports ports = ports();
        Given given = new Given(ports);
        Workspace legal = given.workspace("legal");
        ports.registeredPermissions()
                .add(new Registered(
                        DASHBOARDS.permission(),
                        "",
                        new RegisteredReach(Map.of(
                                PredefinedRole.VIEWER, Reach.WITHIN, PredefinedRole.ANNOTATOR, Reach.ASSIGNED))));
        Target open = Target.of(given.dataset("open", legal), Target.of(legal));
        GivenUser vera = given.user("vera").role(PredefinedRole.VIEWER).in(legal);
        GivenUser ana = given.user("ana").in(legal, PredefinedRole.ANNOTATOR.role());

        assertThat(allows(ports, vera, Target.of(legal))).isTrue();
        assertThat(allows(ports, vera, open)).isTrue();
        assertThat(allows(ports, ana, Target.of(legal))).isFalse();
        assertThat(allows(ports, ana, open)).isTrue();
        assertThat(allows(ports, given.user("eve").in(legal, PredefinedRole.ADMIN.role()), open))
                .isFalse();
    }

    private static boolean allows(Ports ports, GivenUser user, Target target) {
        Actor around = ports.actors().find(user.id(), List.of(target)).orElseThrow();
        Actor whole = ports.actors().findWhole(user.id()).orElseThrow();
        boolean allowed = AccessPolicy.allows(around, DASHBOARDS.permission(), target);
        assertThat(AccessPolicy.allows(whole, DASHBOARDS.permission(), target)).isEqualTo(allowed);
        return allowed;
    }

    @Test
    default void oneOfManyRegistersAPermission() throws InterruptedException, ExecutionException {
        Ports ports = ports();
        AtomicInteger added = new AtomicInteger();

        Race.run(8, runner -> () -> {
            boolean mine = ports.transactions()
                    .inTransaction(() -> ports.registeredPermissions().add(DASHBOARDS));
            added.addAndGet(mine ? 1 : 0);
        });

        assertThat(added).hasValue(1);
        assertThat(ports.registeredPermissions().all()).containsExactly(DASHBOARDS);
    }
}
