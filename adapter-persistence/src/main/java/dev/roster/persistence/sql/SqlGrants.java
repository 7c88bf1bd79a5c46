package dev.roster.persistence.sql;

import dev.roster.application.port.Grants;
import dev.roster.domain.access.Grant;
import dev.roster.domain.access.GrantId;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.role.RoleName;
import dev.roster.domain.role.RoleRef;
import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.WorkspaceId;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Extra roles of users on workspaces and datasets. */
final class SqlGrants implements Grants {
    private final Database database;

    @Inject
    SqlGrants(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Grant> add(Grant grant) {
        DatasetId dataset = grant.dataset();
        return database.write(handle -> handle.createQuery("""
                        INSERT INTO grants (
                            id, user_id, role_id, workspace_id, dataset_id, place_id, created_at, updated_at)
                        VALUES (:id, :user, :role, :workspace, :dataset, :place, :createdAt, :updatedAt)
                        ON CONFLICT (user_id, place_id) DO NOTHING
                        RETURNING number
                        """)
                .bind("id", grant.id())
                .bind("user", grant.user())
                .bind("role", grant.role().id())
                .bind("workspace", grant.workspace())
                .bind("dataset", dataset)
                .bind("place", dataset == null ? grant.workspace() : dataset)
                .bind("createdAt", grant.createdAt())
                .bind("updatedAt", grant.updatedAt())
                .mapTo(Long.class)
                .findOne()
                .map(grant::withNumber));
    }

    @Override
    public boolean update(Grant grant) {
        return database.write(handle -> handle.createUpdate("""
                        UPDATE grants SET role_id = :role, updated_at = :updatedAt WHERE id = :id
                        """)
                        .bind("id", grant.id())
                        .bind("role", grant.role().id())
                        .bind("updatedAt", grant.updatedAt())
                        .execute()
                > 0);
    }

    @Override
    public Optional<Grant> find(GrantId id) {
        return database.read(handle -> handle.createQuery("""
                        SELECT grants.id, grants.number, grants.user_id, grants.role_id, roles.name AS role_name,
                            grants.workspace_id, grants.dataset_id, grants.created_at, grants.updated_at
                        FROM grants
                        JOIN roles ON roles.id = grants.role_id
                        WHERE grants.id = :id
                        """)
                .bind("id", id)
                .map((row, context) -> grant(row))
                .findOne());
    }

    private static Grant grant(ResultSet row) throws SQLException {
        return new Grant(
                new GrantId(Rows.uuid(row, "id")),
                row.getLong("number"),
                new UserId(Rows.uuid(row, "user_id")),
                new RoleRef(new RoleId(Rows.uuid(row, "role_id")), new RoleName(row.getString("role_name"))),
                new WorkspaceId(Rows.uuid(row, "workspace_id")),
                Rows.optional(row, "dataset_id", id -> new DatasetId(UUID.fromString(id))),
                Times.read(row, "created_at"),
                Times.read(row, "updated_at"));
    }

    @Override
    public boolean remove(GrantId id) {
        return database.write(handle -> handle.createUpdate("DELETE FROM grants WHERE id = :id")
                        .bind("id", id)
                        .execute()
                > 0);
    }

    @Override
    public void removeAllOf(UserId user) {
        database.write(handle -> handle.createUpdate("DELETE FROM grants WHERE user_id = :user")
                .bind("user", user)
                .execute());
    }

    @Override
    public void removeAllOf(UserId user, WorkspaceId workspace) {
        database.write(handle -> handle.createUpdate("""
                        DELETE FROM grants WHERE user_id = :user AND workspace_id = :workspace
                        """)
                .bind("user", user)
                .bind("workspace", workspace)
                .execute());
    }
}
