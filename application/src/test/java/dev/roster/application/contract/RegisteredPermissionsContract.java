package dev.roster.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.given.Ports;
import dev.roster.application.port.RegisteredPermissions;
import dev.roster.application.port.RegisteredPermissions.Registered;
import dev.roster.domain.role.RegisteredPermission;
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
