package dev.roster.application.role;

import dev.roster.application.work.Changes;
import dev.roster.domain.RefusedException;
import dev.roster.domain.role.PermissionSet;
import dev.roster.domain.role.Role;
import org.jspecify.annotations.Nullable;

/** What all custom roles have to keep to. */
final class CustomRoles {
    private CustomRoles() {}

    static void requireSound(PermissionSet permissions, PermissionSet assignedOnly) {
        if (permissions.isEmpty()) {
            throw RefusedException.invalid("permissions", "a role needs at least one permission");
        }
        assignedOnly.stream()
                .filter(permission -> !permissions.contains(permission))
                .findFirst()
                .ifPresent(missing -> {
                    throw RefusedException.invalid(
                            "assigned_only",
                            "`" + missing.key() + "` is not among the role's permissions; add it there too");
                });
        assignedOnly.stream()
                .filter(permission -> !permission.scope().isAboutDatasets())
                .findFirst()
                .ifPresent(odd -> {
                    throw RefusedException.invalid(
                            "assigned_only",
                            "`" + odd.key() + "` is about " + odd.scope().words()
                                    + ", so it cannot be limited to assigned datasets; remove it here");
                });
    }

    /** @throws RefusedException INVALID naming {@code permissions} where not all that is wanted is nameable */
    static void requireNameable(PermissionSet wanted, @Nullable PermissionSet nameable) {
        if (nameable != null && !wanted.without(nameable).isEmpty()) {
            throw RefusedException.unfit(
                    "permissions", "`" + wanted.without(nameable) + "` is not among the permissions to replace");
        }
    }

    /** @throws RefusedException CONFLICT naming {@code role} */
    static void requireCustom(Role role) {
        if (role.isPredefined()) {
            throw RefusedException.conflict(
                    "role",
                    "`" + role.name() + "` is predefined and cannot be changed or deleted; create a custom role");
        }
    }

    static Changes changes(@Nullable Role before, Role after) {
        return Changes.none()
                .add("name", before == null ? null : before.name(), after.name())
                .add("description", before == null ? null : before.description(), after.description())
                .add("permissions", before == null ? null : before.permissions(), after.permissions())
                .add("assigned_only", before == null ? null : before.assignedOnly(), after.assignedOnly())
                .add(
                        "reaches_workspaces",
                        before == null ? null : before.reachesWorkspaces(),
                        after.reachesWorkspaces());
    }
}
