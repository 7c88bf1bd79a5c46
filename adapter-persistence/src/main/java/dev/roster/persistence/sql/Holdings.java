package dev.roster.persistence.sql;

import dev.roster.domain.access.Actor;
import dev.roster.domain.access.Target;
import dev.roster.domain.dataset.DatasetAccess;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.Role;
import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.EmptyHandling;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * What users hold: memberships, grants and assignments, everywhere or around some targets, in one query for any number
 * of users and targets.
 */
final class Holdings {
    private static final String ORGANIZATIONS = """
            SELECT 'organization' AS holding, organization_members.user_id, organization_members.role_id,
                organizations.id AS organization_id, organizations.name AS organization_name,
                NULL AS workspace_id, NULL AS workspace_name, NULL AS dataset_id, NULL AS dataset_name,
                NULL AS dataset_access, CAST(NULL AS BOOLEAN) AS dataset_restricted
            FROM organization_members
            JOIN organizations ON organizations.id = organization_members.organization_id
            WHERE organization_members.user_id IN (<users>)
            """;
    private static final String WORKSPACES = """
            SELECT 'workspace', workspace_members.user_id, workspace_members.role_id,
                workspaces.organization_id, NULL, workspaces.id, workspaces.name, NULL, NULL, NULL, NULL
            FROM workspace_members
            JOIN workspaces ON workspaces.id = workspace_members.workspace_id
            WHERE workspace_members.user_id IN (<users>)
            """;
    private static final String GRANTS = """
            SELECT 'grant', grants.user_id, grants.role_id,
                workspaces.organization_id, NULL, workspaces.id, workspaces.name, datasets.id, datasets.name,
                datasets.access, datasets.restricted_at IS NOT NULL
            FROM grants
            JOIN workspaces ON workspaces.id = grants.workspace_id
            LEFT JOIN datasets ON datasets.id = grants.dataset_id
            WHERE grants.user_id IN (<users>)
            """;
    private static final String ASSIGNMENTS = """
            SELECT 'assignment', assignments.user_id, NULL, NULL, NULL, NULL, NULL, assignments.dataset_id, NULL,
                NULL, NULL
            FROM assignments
            WHERE assignments.user_id IN (<users>)
            """;
    private static final String EVERYWHERE = sql(ORGANIZATIONS, WORKSPACES, GRANTS, ASSIGNMENTS);
    private static final String AROUND = sql(
            ORGANIZATIONS + " AND organization_members.organization_id IN (<organizations>)",
            WORKSPACES + " AND workspace_members.workspace_id IN (<workspaces>)",
            GRANTS + " AND grants.place_id IN (<places>)",
            ASSIGNMENTS + " AND assignments.dataset_id IN (<datasets>)");

    /** Null for everywhere. */
    private final @Nullable Collection<Target> targets;

    private Holdings(@Nullable Collection<Target> targets) {
        this.targets = targets;
    }

    static Holdings everywhere() {
        return new Holdings(null);
    }

    /** At the targets and at what they lie in. */
    static Holdings around(Collection<Target> targets) {
        return new Holdings(
                targets.stream().filter(target -> target.organization() != null).collect(Collectors.toSet()));
    }

    private static String sql(String... holdings) {
        return "SELECT " + Rows.ROLE + ", holdings.holding, holdings.user_id, holdings.organization_id,"
                + " holdings.organization_name, holdings.workspace_id, holdings.workspace_name, holdings.dataset_id,"
                + " holdings.dataset_name, holdings.dataset_access, holdings.dataset_restricted FROM ("
                + String.join(" UNION ALL ", holdings)
                + ") AS holdings LEFT JOIN roles ON roles.id = holdings.role_id";
    }

    boolean areNone() {
        return targets != null && targets.isEmpty();
    }

    /** Adds what each user holds to the actor that is being made of them. */
    boolean addTo(Map<UserId, Actor.Builder> actors, Handle handle) {
        query(handle)
                .bindList("users", List.copyOf(actors.keySet()))
                .map((row, context) -> add(row, actors))
                .list();
        return true;
    }

    private Query query(Handle handle) {
        if (targets == null) {
            return handle.createQuery(EVERYWHERE);
        }
        Set<OrganizationId> organizations = ids(Target::organization);
        Set<WorkspaceId> workspaces = ids(Target::workspace);
        Set<DatasetId> datasets = ids(Target::dataset);
        List<Object> places = new ArrayList<>(workspaces);
        places.addAll(datasets);
        return handle.createQuery(AROUND)
                .bindList(EmptyHandling.NULL_KEYWORD, "organizations", List.copyOf(organizations))
                .bindList(EmptyHandling.NULL_KEYWORD, "workspaces", List.copyOf(workspaces))
                .bindList(EmptyHandling.NULL_KEYWORD, "datasets", List.copyOf(datasets))
                .bindList(EmptyHandling.NULL_KEYWORD, "places", places);
    }

    private <T> Set<T> ids(Function<Target, @Nullable T> part) {
        return Objects.requireNonNull(targets).stream()
                .map(part)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static Actor.Builder add(ResultSet row, Map<UserId, Actor.Builder> actors) throws SQLException {
        Actor.Builder actor = Objects.requireNonNull(actors.get(new UserId(Rows.uuid(row, "user_id"))));
        String holding = row.getString("holding");
        return switch (holding) {
            case "organization" -> actor.member(SqlTargets.organization(row), role(row));
            case "workspace" -> actor.member(SqlTargets.workspace(row), role(row));
            case "grant" -> actor.granted(place(row), Rows.role(row));
            case "assignment" -> actor.assignedTo(new DatasetId(Rows.uuid(row, "dataset_id")));
            default -> throw new IllegalStateException(holding);
        };
    }

    private static @Nullable Role role(ResultSet row) throws SQLException {
        return row.getString("role_id") == null ? null : Rows.role(row);
    }

    private static Target place(ResultSet row) throws SQLException {
        Target workspace = SqlTargets.workspace(row);
        return row.getString("dataset_id") == null
                ? workspace
                : Target.dataset(
                        new DatasetId(Rows.uuid(row, "dataset_id")),
                        row.getString("dataset_name"),
                        workspace,
                        DatasetAccess.parse(row.getString("dataset_access")),
                        row.getBoolean("dataset_restricted"));
    }
}
