package dev.roster.application.access;

import dev.roster.application.port.RegisteredPermissions;
import dev.roster.domain.RefusedException;
import dev.roster.domain.UserText;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.PermissionSet;
import dev.roster.domain.role.PermissionTable;
import dev.roster.domain.role.RegisteredPermission;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** Says which permissions there are: Roster's own and the registered ones. */
public final class PermissionLookup {
    private final RegisteredPermissions registered;

    @Inject
    public PermissionLookup(RegisteredPermissions registered) {
        this.registered = registered;
    }

    /** What the predefined roles hold, as far as it matters to those. */
    PermissionTable tableFor(Collection<Permission> asked) {
        return registered.tableFor(asked);
    }

    /**
     * Roster's own permissions pass without a look into the store.
     *
     * @throws RefusedException INVALID naming {@code permission}
     */
    public Permission requireKnown(Permission permission) {
        if (permission instanceof RegisteredPermission other && !registered.has(other)) {
            throw RefusedException.unknown(
                    "permission",
                    "unknown permission " + UserText.quote(other.key()) + ", it is not registered",
                    other.key());
        }
        return permission;
    }

    /**
     * The same for many, with one look.
     *
     * @throws RefusedException INVALID naming {@code permissions}
     */
    public void requireAllKnown(PermissionSet permissions) {
        Set<RegisteredPermission> known = registered.all().stream()
                .map(RegisteredPermissions.Registered::permission)
                .collect(Collectors.toUnmodifiableSet());
        permissions.stream()
                .filter(permission -> permission instanceof RegisteredPermission && !known.contains(permission))
                .findFirst()
                .ifPresent(unknown -> {
                    throw RefusedException.unknown(
                            "permissions",
                            "unknown permission " + UserText.quote(unknown.key()) + ", it is not registered",
                            unknown.key());
                });
    }
}
