package dev.roster.persistence.sql;

import dev.roster.application.port.RegisteredPermissions;
import dev.roster.domain.role.PermissionSet;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Reach;
import dev.roster.domain.role.RegisteredPermission;
import dev.roster.domain.role.RegisteredReach;
import dev.roster.domain.role.Role;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** The permissions that others registered. Which predefined roles hold them is in the rows of these roles. */
final class SqlRegisteredPermissions implements RegisteredPermissions {
    private final Database database;

    @Inject
    SqlRegisteredPermissions(Database database) {
        this.database = database;
    }

    @Override
    public boolean add(Registered registered) {
        boolean added = database.sql("""
                        INSERT INTO registered_permissions (permission, description)
                        VALUES (:permission, :description)
                        ON CONFLICT (permission) DO NOTHING
                        """)
                .with("permission", registered.permission())
                .with("description", registered.description())
                .changed();
        if (added && !registered.reach().equals(RegisteredReach.NONE)) {
            updateReach(List.of(registered));
        }
        return added;
    }

    @Override
    public void updateReach(Collection<Registered> changed) {
        PermissionSet touched =
                PermissionSet.of(changed.stream().map(Registered::permission).toList());
        database.write(handle -> {
            predefined(handle).forEach((role, before) -> {
                PermissionSet assigned = reached(changed, role, Reach.ASSIGNED);
                PermissionSet all = reached(changed, role, Reach.WITHIN).plus(assigned);
                update(
                        handle,
                        role,
                        registeredOf(before.permissions()).without(touched).plus(all),
                        registeredOf(before.assignedOnly()).without(touched).plus(assigned));
            });
            return changed.size();
        });
    }

    private static PermissionSet reached(Collection<Registered> all, PredefinedRole role, Reach reach) {
        return PermissionSet.of(all.stream()
                .filter(registered -> registered.reach().of(role) == reach)
                .map(Registered::permission)
                .toList());
    }

    private static PermissionSet registeredOf(PermissionSet permissions) {
        return PermissionSet.of(permissions.stream()
                .filter(RegisteredPermission.class::isInstance)
                .toList());
    }

    private static void update(Handle handle, PredefinedRole role, PermissionSet all, PermissionSet assigned) {
        handle.createUpdate("UPDATE roles SET permissions = :permissions, assigned_only = :assigned WHERE id = :id")
                .bind("id", role.id())
                .bind("permissions", all.toString())
                .bind("assigned", assigned.toString())
                .execute();
    }

    private static Map<PredefinedRole, Role> predefined(Handle handle) {
        Map<PredefinedRole, Role> found = new EnumMap<>(PredefinedRole.class);
        handle.createQuery("SELECT " + Rows.ROLE + " FROM roles WHERE roles.id IN (<ids>)")
                .bindList(
                        "ids",
                        Stream.of(PredefinedRole.values())
                                .map(role -> role.id().toString())
                                .toList())
                .map((row, context) -> Rows.role(row))
                .forEach(role -> PredefinedRole.of(role.id()).ifPresent(predefined -> found.put(predefined, role)));
        return found;
    }

    @Override
    public boolean has(RegisteredPermission permission) {
        return database.sql("""
                                SELECT number FROM registered_permissions WHERE permission = :permission
                                """).with("permission", permission).isThere();
    }

    /** Sorted here, since engines sort text in different ways. */
    @Override
    public List<Registered> all() {
        return database.reading(() -> {
            Map<PredefinedRole, Role> roles = database.read(SqlRegisteredPermissions::predefined);
            List<Registered> found = database.sql("SELECT permission, description FROM registered_permissions")
                    .all(row -> registered(
                            new RegisteredPermission(row.getString("permission")),
                            row.getString("description"),
                            roles));
            return found.stream()
                    .sorted(Comparator.comparing(
                            registered -> registered.permission().key()))
                    .toList();
        });
    }

    private static Registered registered(
            RegisteredPermission permission, String description, Map<PredefinedRole, Role> roles) {
        Map<PredefinedRole, Reach> reach = new EnumMap<>(PredefinedRole.class);
        roles.forEach((role, held) -> reach.put(role, held.reachOf(permission)));
        return new Registered(permission, description, new RegisteredReach(reach));
    }
}
