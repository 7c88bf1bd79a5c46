package dev.roster.application.transfer;

import dev.roster.application.port.RegisteredPermissions;
import dev.roster.application.port.RegisteredPermissions.Registered;
import dev.roster.application.port.Roles;
import dev.roster.domain.RefusedException;
import dev.roster.domain.role.RegisteredPermission;
import dev.roster.domain.role.Role;
import jakarta.inject.Inject;

/** Takes in roles, and what a service registered for them. */
final class RoleIntake {
    private final RegisteredPermissions permissions;
    private final Roles roles;

    @Inject
    RoleIntake(RegisteredPermissions permissions, Roles roles) {
        this.permissions = permissions;
        this.roles = roles;
    }

    /** Returns false for what was there before. */
    boolean add(Registered permission) {
        return permissions.add(permission);
    }

    /** Returns false for what was there before. */
    boolean add(Role role) {
        if (roles.find(role.id()).isPresent()) {
            return false;
        }
        KnownPlaces.mustBeFree(
                "role", role.name(), roles.findByName(role.name().key()).isEmpty());
        role.permissions().stream()
                .filter(RegisteredPermission.class::isInstance)
                .map(RegisteredPermission.class::cast)
                .forEach(this::mustBeRegistered);
        roles.add(role);
        return true;
    }

    private void mustBeRegistered(RegisteredPermission permission) {
        if (!permissions.has(permission)) {
            throw RefusedException.invalid("permissions", "the permission is not registered: `" + permission + "`");
        }
    }
}
