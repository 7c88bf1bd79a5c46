package dev.roster.application.importing;

import dev.roster.application.access.PermissionLookup;
import dev.roster.application.importing.ImportStep.Kind;
import dev.roster.application.port.ForeignPlatform.CustomRole;
import dev.roster.application.port.Roles;
import dev.roster.application.role.CreateRole;
import dev.roster.domain.role.PermissionSet;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.role.RoleName;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Compares the custom roles there with those here. The same name is the same role, unless it holds something here that it
 * does not hold there: nobody gets more by moving.
 */
final class ForeignRoles {
    private final Roles roles;
    private final PermissionLookup permissions;
    private final CreateRole createRole;

    @Inject
    ForeignRoles(Roles roles, PermissionLookup permissions, CreateRole createRole) {
        this.roles = roles;
        this.permissions = permissions;
        this.createRole = createRole;
    }

    void compare(List<CustomRole> there, Brought brought) {
        there.forEach(role -> brought.add(Kind.ROLE, role.name(), () -> step(role, brought)));
    }

    private ImportStep step(CustomRole there, Brought brought) {
        RoleName name = new RoleName(there.name());
        return roles.findByName(name.key())
                .map(here -> existing(there, here, brought))
                .orElseGet(() -> creation(there, name, brought));
    }

    private static ImportStep existing(CustomRole there, Role here, Brought brought) {
        if (here.isPredefined()) {
            return ImportStep.leftOut(
                    Kind.ROLE, there.name(), "a predefined role has that name here; rename it there and import again");
        }
        PermissionSet more = here.permissions().without(there.permissions());
        if (!more.isEmpty()) {
            return ImportStep.leftOut(
                    Kind.ROLE,
                    there.name(),
                    "the role of that name holds more here, `" + more + "`; rename one and import again");
        }
        PermissionSet less = there.permissions().without(here.permissions());
        brought.role(there.id(), there.name()).is(here.id());
        return ImportStep.present(Kind.ROLE, there.name(), less.isEmpty() ? "" : "does not hold `" + less + "` here");
    }

    private ImportStep creation(CustomRole there, RoleName name, Brought brought) {
        if (there.obstacle() != null) {
            return ImportStep.leftOut(Kind.ROLE, there.name(), there.obstacle());
        }
        permissions.requireAllKnown(there.permissions());
        CreateRole.Command command =
                CreateRole.Command.of(name.toGive(), there.permissions()).withDescription(there.description());
        if (!brought.isFirst(Kind.ROLE, "", name.key())) {
            return ImportStep.leftOut(
                    Kind.ROLE,
                    there.name(),
                    "another role has that name there, regardless of case; rename one and import again");
        }
        Counterpart<RoleId> made = brought.role(there.id(), there.name());
        return ImportStep.create(
                Kind.ROLE,
                there.name(),
                caller -> made.is(createRole.handle(caller, command).id()));
    }
}
