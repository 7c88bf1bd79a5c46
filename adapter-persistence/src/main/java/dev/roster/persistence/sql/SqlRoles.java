package dev.roster.persistence.sql;

import dev.roster.application.port.Page;
import dev.roster.application.port.PageRequest;
import dev.roster.application.port.Roles;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.text.NameKey;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The roles. The rows of the predefined ones hold only what others refer to. */
final class SqlRoles implements Roles {
    private static final String SELECT = "SELECT " + Rows.ROLE + " FROM roles ";

    private final Database database;

    @Inject
    SqlRoles(Database database) {
        this.database = database;
    }

    @Override
    public Role add(Role role) {
        long number = database.write(
                handle -> handle.createQuery("""
                                INSERT INTO roles (
                                    id, name, name_key, description, permissions, assigned_only, instance_wide,
                                    reaches_workspaces, created_at, updated_at)
                                VALUES (
                                    :id, :name, :key, :description, :permissions, :assignedOnly, :instanceWide,
                                    :reachesWorkspaces, :createdAt, :updatedAt)
                                RETURNING number
                                """)
                        .bind("id", role.id())
                        .bind("name", role.name())
                        .bind("key", role.name().key())
                        .bind("description", role.description())
                        .bind("permissions", role.permissions().toString())
                        .bind("assignedOnly", role.assignedOnly().toString())
                        .bind("instanceWide", role.permissions().stream().anyMatch(Permission::isInstanceWide))
                        .bind("reachesWorkspaces", role.reachesWorkspaces())
                        .bind("createdAt", role.createdAt())
                        .bind("updatedAt", role.updatedAt())
                        .mapTo(Long.class)
                        .one(),
                Taken.id("roles", role.id()),
                Taken.name("roles_name_key", role.name()));
        return role.withNumber(number);
    }

    @Override
    public Optional<Role> find(RoleId id) {
        return database.read(handle -> handle.createQuery(SELECT + "WHERE roles.id = :id")
                .bind("id", id)
                .map((row, context) -> Rows.role(row))
                .findOne());
    }

    @Override
    public Optional<Role> findByName(NameKey name) {
        return database.read(handle -> handle.createQuery(SELECT + "WHERE roles.name_key = :name")
                .bind("name", name)
                .map((row, context) -> Rows.role(row))
                .findOne());
    }

    @Override
    public Page<Role> list(PageRequest page) {
        List<Role> found = database.read(
                handle -> handle.createQuery(SELECT + "WHERE roles.number > :after ORDER BY roles.number LIMIT :most")
                        .bind("after", page.after())
                        .bind("most", page.limit() + 1)
                        .map((row, context) -> Rows.role(row))
                        .list());
        return Page.of(found, page, Role::number);
    }
}
