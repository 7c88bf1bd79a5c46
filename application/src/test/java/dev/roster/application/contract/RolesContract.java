package dev.roster.application.contract;

import static dev.roster.application.contract.Refusals.assertConflict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.given.Given;
import dev.roster.application.given.Ports;
import dev.roster.application.port.PageRequest;
import dev.roster.application.port.Roles;
import dev.roster.domain.role.PermissionSet;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.RegisteredPermission;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.role.RoleName;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.text.NameKey;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every implementation of {@link Roles} must do. */
public interface RolesContract extends StoreContract {
    @ParameterizedTest
    @EnumSource
    default void predefinedRolesAreThereFromTheStart(PredefinedRole role) {
        Roles roles = ports().roles();

        assertThat(roles.find(role.id())).contains(role.role());
        assertThat(roles.findByName(NameKey.of(role.name()))).contains(role.role());
    }

    @Test
    default void customRoleComesBackAsItWas() {
        Ports ports = ports();
        Role wanted = new Role(
                new RoleId(ports.ids().next()),
                0,
                new RoleName("Curator / Prüfer"),
                "checks, then 'signs'",
                PermissionSet.of(
                        RosterPermission.DATASET_READ,
                        RosterPermission.DATASET_ANNOTATE,
                        RosterPermission.USER_READ,
                        new RegisteredPermission("arize:DASHBOARD_READ"),
                        new RegisteredPermission("label-studio:projects.change")),
                PermissionSet.of(
                        RosterPermission.DATASET_ANNOTATE, new RegisteredPermission("label-studio:projects.change")),
                true);

        Role added = ports.roles().add(wanted);

        assertThat(ports.roles().find(wanted.id())).contains(added);
        assertThat(ports.roles().findByName(NameKey.of("CURATOR / PRÜFER"))).contains(added);
        assertThat(added)
                .usingRecursiveComparison()
                .ignoringFields("number")
                .withStrictTypeChecking()
                .isEqualTo(wanted);
    }

    @Test
    default void roleWithoutPermissionsComesBackEmpty() {
        Ports ports = ports();

        Role added = new Given(ports).role("nothing");

        assertThat(ports.roles().find(added.id()))
                .hasValueSatisfying(
                        found -> assertThat(found.permissions().isEmpty()).isTrue());
    }

    @Test
    default void roleWithEveryPermissionComesBackWhole() {
        Ports ports = ports();

        Role added = new Given(ports).role("all", RosterPermission.values());

        assertThat(ports.roles().find(added.id()))
                .hasValueSatisfying(found ->
                        assertThat(found.permissions()).isEqualTo(PermissionSet.of(RosterPermission.values())));
    }

    @Test
    default void roleNamesAreUniqueWithoutCase() {
        Ports ports = ports();
        Given given = new Given(ports);
        given.role("Straße");

        assertConflict("name", () -> given.role("STRASSE"));
        assertConflict("name", () -> given.role("Owner"));
    }

    @Test
    default void predefinedRolesComeFirstInTheList() {
        Ports ports = ports();
        Given given = new Given(ports);
        Role curator = given.role("curator");
        Role auditor = given.role("auditor");

        List<Role> walked = Pages.walk(2, page -> ports.roles().list(page));

        assertThat(walked)
                .startsWith(Arrays.stream(PredefinedRole.values())
                        .map(PredefinedRole::role)
                        .toArray(Role[]::new))
                .endsWith(curator, auditor)
                .hasSize(PredefinedRole.values().length + 2);
        assertThat(walked).extracting(Role::number).isSorted().doesNotHaveDuplicates();
    }

    @Test
    default void unknownRolesAreNotFound() {
        Roles roles = ports().roles();

        assertThat(roles.find(new RoleId(new UUID(1, 2)))).isEmpty();
        assertThat(roles.findByName(NameKey.of("nothing"))).isEmpty();
        assertThat(roles.list(new PageRequest(1_000_000, 1)).items()).isEmpty();
    }
}
