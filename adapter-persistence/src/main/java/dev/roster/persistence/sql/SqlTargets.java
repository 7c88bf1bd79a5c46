package dev.roster.persistence.sql;

import dev.roster.application.port.Targets;
import dev.roster.domain.access.Target;
import dev.roster.domain.dataset.DatasetAccess;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.WorkspaceId;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** Targets, with one query for each kind that is asked for. */
final class SqlTargets implements Targets {
    private final Database database;

    @Inject
    SqlTargets(Database database) {
        this.database = database;
    }

    @Override
    public Map<Target.Ref, Target> find(Set<Target.Ref> references) {
        Map<Target.Kind, List<UUID>> ids = references.stream()
                .collect(Collectors.groupingBy(
                        Target.Ref::kind,
                        () -> new EnumMap<>(Target.Kind.class),
                        Collectors.mapping(Target.Ref::id, Collectors.toList())));
        List<Target> found = new ArrayList<>();
        database.reading(() -> {
            ids.forEach((kind, wanted) -> found.addAll(database.read(handle -> find(handle, kind, wanted))));
            return found;
        });
        Map<Target.Ref, Target> targets = new HashMap<>();
        found.forEach(target -> targets.put(target.ref(), target));
        return targets;
    }

    private static List<Target> find(Handle handle, Target.Kind kind, List<UUID> ids) {
        return switch (kind) {
            case INSTANCE -> List.of(Target.instance());
            case USER -> find(handle, """
                    SELECT id, username, role_id FROM users WHERE id IN (<ids>) AND status <> 'deleted'
                    """, ids, (row, context) -> user(row));
            case ROLE ->
                find(
                        handle,
                        """
                    SELECT id, name FROM roles WHERE id IN (<ids>)
                    """,
                        ids,
                        (row, context) -> Target.role(new RoleId(Rows.uuid(row, "id")), row.getString("name")));
            case ORGANIZATION -> find(handle, """
                    SELECT id AS organization_id, name AS organization_name FROM organizations WHERE id IN (<ids>)
                    """, ids, (row, context) -> organization(row));
            case WORKSPACE -> find(handle, """
                    SELECT id AS workspace_id, name AS workspace_name, organization_id
                    FROM workspaces WHERE id IN (<ids>)
                    """, ids, (row, context) -> workspace(row));
            case DATASET -> find(handle, """
                    SELECT datasets.id, datasets.name, datasets.access,
                        datasets.restricted_at IS NOT NULL AS restricted,
                        workspaces.id AS workspace_id, workspaces.name AS workspace_name, workspaces.organization_id
                    FROM datasets
                    JOIN workspaces ON workspaces.id = datasets.workspace_id
                    WHERE datasets.id IN (<ids>)
                    """, ids, (row, context) -> dataset(row));
        };
    }

    private static List<Target> find(Handle handle, String sql, List<UUID> ids, RowMapper<Target> mapper) {
        return handle.createQuery(sql).bindList("ids", ids).map(mapper).list();
    }

    private static Target user(ResultSet row) throws SQLException {
        boolean owner =
                Rows.uuid(row, "role_id").equals(PredefinedRole.OWNER.id().value());
        return Target.user(new UserId(Rows.uuid(row, "id")), row.getString("username"), owner);
    }

    static Target organization(ResultSet row) throws SQLException {
        return Target.organization(
                new OrganizationId(Rows.uuid(row, "organization_id")), row.getString("organization_name"));
    }

    static Target workspace(ResultSet row) throws SQLException {
        return Target.workspace(
                new WorkspaceId(Rows.uuid(row, "workspace_id")),
                row.getString("workspace_name"),
                new OrganizationId(Rows.uuid(row, "organization_id")));
    }

    static Target dataset(ResultSet row) throws SQLException {
        return Target.dataset(
                new DatasetId(Rows.uuid(row, "id")),
                row.getString("name"),
                workspace(row),
                DatasetAccess.parse(row.getString("access")),
                row.getBoolean("restricted"));
    }
}
