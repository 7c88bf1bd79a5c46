package dev.roster.http.console;

import dev.roster.domain.RefusedException;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.PermissionSet;
import dev.roster.domain.role.RoleName;
import dev.roster.http.dialect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the form of a role says. A permission that is ticked for open or assigned datasets is in the role, whether or not it
 * is ticked by itself.
 */
record RoleInput(
        Field<RoleName> name,
        String description,
        PermissionSet permissions,
        PermissionSet assignedOnly,
        boolean reachesWorkspaces) {
    static final Set<String> FIELDS = Set.of("name", "description");

    static RoleInput of(TypedForm form) {
        Field<RoleName> name = form.value("name", RoleName::new);
        String description = form.text("description");
        PermissionSet assigned = ticked(form, "assigned");
        PermissionSet permissions = ticked(form, "permission").plus(assigned);
        boolean reaches = form.isTicked("reaches_workspaces");
        if (permissions.isEmpty()) {
            form.refuse("A role needs at least one permission. Select what it gives.");
        }
        return new RoleInput(name, description, permissions, assigned, reaches);
    }

    private static PermissionSet ticked(TypedForm form, String name) {
        List<Permission> permissions = new ArrayList<>();
        for (String key : form.ticked(name)) {
            try {
                permissions.add(Permission.parse(key));
            } catch (RefusedException refusal) {
                form.refuse(TypedForm.sentence(refusal.reason()));
            }
        }
        return PermissionSet.of(permissions);
    }
}
