package dev.roster.persistence.sql;

import dev.roster.application.port.RegisteredPermissions;
import dev.roster.domain.role.RegisteredPermission;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;

/** The permissions that others registered. */
final class SqlRegisteredPermissions implements RegisteredPermissions {
    private final Database database;

    @Inject
    SqlRegisteredPermissions(Database database) {
        this.database = database;
    }

    @Override
    public boolean add(Registered registered) {
        return database.write(handle -> handle.createUpdate("""
                        INSERT INTO registered_permissions (permission, description)
                        VALUES (:permission, :description)
                        ON CONFLICT (permission) DO NOTHING
                        """)
                        .bind("permission", registered.permission())
                        .bind("description", registered.description())
                        .execute()
                > 0);
    }

    @Override
    public boolean has(RegisteredPermission permission) {
        return database.read(handle -> handle.createQuery("""
                                SELECT number FROM registered_permissions WHERE permission = :permission
                                """)
                        .bind("permission", permission)
                        .mapTo(Long.class)
                        .findOne())
                .isPresent();
    }

    /** Sorted here, since engines sort text in different ways. */
    @Override
    public List<Registered> all() {
        List<Registered> found =
                database.read(handle -> handle.createQuery("SELECT permission, description FROM registered_permissions")
                        .map((row, context) -> new Registered(
                                new RegisteredPermission(row.getString("permission")), row.getString("description")))
                        .list());
        return found.stream()
                .sorted(Comparator.comparing(
                        registered -> registered.permission().key()))
                .toList();
    }
}
