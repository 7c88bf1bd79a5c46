package dev.roster.persistence.sql;

import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Roles;
import dev.roster.domain.access.Holding;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.User;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.SqlStatement;

/** The roles. The rows of the predefined ones hold what others refer to, and the
 * registered permissions that they give. */
final class SqlRoles implements Roles {
    private static final String SELECT = "SELECT " + Rows.ROLE + " FROM roles ";
    private static final String NAME = "roles_name_key";

    /** Of those with the account role, who may be most of all, no more than the page needs. */
    private static final String HOLDERS = """
            SELECT number FROM (
                SELECT users.number
                FROM users
                WHERE users.role_id = :id AND users.status <> 'deleted' AND users.number > :after
                ORDER BY users.number
                LIMIT :most) AS accounts
            UNION
            SELECT users.number
            FROM organization_members
            JOIN users ON users.id = organization_members.user_id
            WHERE organization_members.role_id = :id AND users.status <> 'deleted' AND users.number > :after
            UNION
            SELECT users.number
            FROM workspace_members
            JOIN users ON users.id = workspace_members.user_id
            WHERE workspace_members.role_id = :id AND users.status <> 'deleted' AND users.number > :after
            UNION
            SELECT users.number
            FROM grants
            JOIN users ON users.id = grants.user_id
            WHERE grants.role_id = :id AND users.status <> 'deleted' AND users.number > :after
            """;

    /** Service accounts are looked through in order, as there are fewer of them than of people with an account role. */
    private static final String THEIR_SERVICES = """
            UNION
            SELECT number FROM (
                SELECT services.number
                FROM users AS services
                CROSS JOIN users AS makers
                WHERE services.kind = 'service' AND services.status <> 'deleted' AND services.number > :after
                    AND makers.id = services.maker_id AND makers.role_id = :id
                ORDER BY services.number
                LIMIT :most) AS made
            UNION
            SELECT services.number
            FROM organization_members
            JOIN users AS services ON services.maker_id = organization_members.user_id
            WHERE organization_members.role_id = :id AND services.status <> 'deleted' AND services.number > :after
            UNION
            SELECT services.number
            FROM workspace_members
            JOIN users AS services ON services.maker_id = workspace_members.user_id
            WHERE workspace_members.role_id = :id AND services.status <> 'deleted' AND services.number > :after
            UNION
            SELECT services.number
            FROM grants
            JOIN users AS services ON services.maker_id = grants.user_id
            WHERE grants.role_id = :id AND services.status <> 'deleted' AND services.number > :after
            """;

    private static final String ORGANIZATIONS = """
            SELECT organizations.number AS place_number, organizations.id AS organization_id,
                organizations.name AS organization_name
            FROM organizations
            WHERE organizations.number > :after AND organizations.id IN (%s)
            ORDER BY organizations.number
            LIMIT :most
            """;
    private static final String WORKSPACES = """
            SELECT workspaces.number AS place_number, workspaces.id AS workspace_id,
                workspaces.name AS workspace_name, workspaces.organization_id
            FROM workspaces
            WHERE workspaces.number > :after AND workspaces.id IN (%s)
            ORDER BY workspaces.number
            LIMIT :most
            """;
    private static final String DATASETS = """
            SELECT datasets.number AS place_number, datasets.id, datasets.name, datasets.access,
                datasets.restricted_at IS NOT NULL AS restricted,
                workspaces.id AS workspace_id, workspaces.name AS workspace_name, workspaces.organization_id
            FROM datasets
            JOIN workspaces ON workspaces.id = datasets.workspace_id
            WHERE datasets.number > :after AND datasets.id IN (%s)
            ORDER BY datasets.number
            LIMIT :most
            """;
    private static final String OWN_IN_ORGANIZATIONS = """
            SELECT organization_members.organization_id
            FROM organization_members
            WHERE organization_members.role_id = :id
            """;
    private static final String INHERITED_IN_ORGANIZATIONS = """
            SELECT organization_members.organization_id
            FROM users
            JOIN organization_members ON organization_members.user_id = users.id
            WHERE users.role_id = :id AND users.status <> 'deleted' AND organization_members.role_id IS NULL
            """;
    private static final String OWN_IN_WORKSPACES = """
            SELECT workspace_members.workspace_id
            FROM workspace_members
            WHERE workspace_members.role_id = :id
            """;
    private static final String INHERITED_IN_WORKSPACES = """
            SELECT workspace_members.workspace_id
            FROM users
            JOIN workspace_members ON workspace_members.user_id = users.id
            WHERE users.role_id = :id AND users.status <> 'deleted' AND workspace_members.role_id IS NULL
            """;
    private static final String GRANTED_WORKSPACES = """
            SELECT grants.workspace_id
            FROM grants
            WHERE grants.role_id = :id AND grants.dataset_id IS NULL
            """;
    private static final String GRANTED_DATASETS = """
            SELECT grants.dataset_id
            FROM grants
            WHERE grants.role_id = :id AND grants.dataset_id IS NOT NULL
            """;

    private final Database database;

    @Inject
    SqlRoles(Database database) {
        this.database = database;
    }

    @Override
    public Role add(Role role) {
        long number = database.write(
                handle -> values(handle.createQuery("""
                                INSERT INTO roles (
                                    id, name, name_key, description, permissions, assigned_only, instance_wide,
                                    reaches_workspaces, created_at, updated_at)
                                VALUES (
                                    :id, :name, :key, :description, :permissions, :assignedOnly, :instanceWide,
                                    :reachesWorkspaces, :createdAt, :updatedAt)
                                RETURNING number
                                """), role)
                        .bind("createdAt", role.createdAt())
                        .mapTo(Long.class)
                        .one(),
                Taken.id("roles", role.id()),
                Taken.name(NAME, role.name()));
        return role.withNumber(number);
    }

    @Override
    public void update(Role role) {
        database.write(handle -> values(handle.createUpdate("""
                                UPDATE roles
                                SET name = :name, name_key = :key, description = :description,
                                    permissions = :permissions, assigned_only = :assignedOnly,
                                    instance_wide = :instanceWide, reaches_workspaces = :reachesWorkspaces,
                                    updated_at = :updatedAt
                                WHERE id = :id
                                """), role).execute(), Taken.name(NAME, role.name()));
    }

    private static <S extends SqlStatement<S>> S values(S statement, Role role) {
        return statement
                .bind("id", role.id())
                .bind("name", role.name())
                .bind("key", role.name().key())
                .bind("description", role.description())
                .bind("permissions", role.permissions().toString())
                .bind("assignedOnly", role.assignedOnly().toString())
                .bind("instanceWide", role.holdsAnyInstanceWide())
                .bind("reachesWorkspaces", role.reachesWorkspaces())
                .bind("updatedAt", role.updatedAt());
    }

    @Override
    public boolean remove(RoleId id) {
        return database.write(handle -> {
            handle.createUpdate("UPDATE users SET role_id = :annotator WHERE role_id = :id AND status = 'deleted'")
                    .bind("annotator", PredefinedRole.ANNOTATOR.id())
                    .bind("id", id)
                    .execute();
            return handle.createUpdate("DELETE FROM roles WHERE id = :id")
                            .bind("id", id)
                            .execute()
                    > 0;
        });
    }

    @Override
    public Uses uses(RoleId id) {
        return database.read(handle -> handle.createQuery("""
                        SELECT
                            (SELECT count(*)
                                FROM users
                                WHERE users.role_id = :id AND users.status <> 'deleted') AS accounts,
                            (SELECT count(*)
                                FROM organization_members JOIN users ON users.id = organization_members.user_id
                                WHERE organization_members.role_id = :id AND users.status <> 'deleted')
                                AS organizations,
                            (SELECT count(*)
                                FROM workspace_members JOIN users ON users.id = workspace_members.user_id
                                WHERE workspace_members.role_id = :id AND users.status <> 'deleted') AS workspaces,
                            (SELECT count(*)
                                FROM grants JOIN users ON users.id = grants.user_id
                                WHERE grants.role_id = :id AND users.status <> 'deleted') AS grants
                        """)
                .bind("id", id)
                .map((row, context) -> new Uses(
                        row.getLong("accounts"),
                        row.getLong("organizations"),
                        row.getLong("workspaces"),
                        row.getLong("grants")))
                .one());
    }

    @Override
    public void reassign(RoleId from, RoleId to) {
        database.write(handle -> Stream.of(
                        "UPDATE users SET role_id = :to WHERE role_id = :from",
                        "UPDATE organization_members SET role_id = :to WHERE role_id = :from",
                        "UPDATE workspace_members SET role_id = :to WHERE role_id = :from",
                        "UPDATE grants SET role_id = :to WHERE role_id = :from")
                .mapToInt(sql -> handle.createUpdate(sql)
                        .bind("from", from)
                        .bind("to", to)
                        .execute())
                .sum());
    }

    @Override
    public Page<Target> places(RoleId id, Holding.Source source, Target.Kind kind, PageRequest page) {
        return switch (kind) {
            case ORGANIZATION -> places(id, page, ORGANIZATIONS, inOrganizations(source), SqlTargets::organization);
            case WORKSPACE -> places(id, page, WORKSPACES, inWorkspaces(source), SqlTargets::workspace);
            case DATASET -> places(id, page, DATASETS, GRANTED_DATASETS, SqlTargets::dataset);
            case INSTANCE, USER, ROLE -> throw new IllegalArgumentException("nobody is a member of " + kind);
        };
    }

    private static String inOrganizations(Holding.Source source) {
        return source == Holding.Source.MEMBERSHIP ? OWN_IN_ORGANIZATIONS : INHERITED_IN_ORGANIZATIONS;
    }

    private static String inWorkspaces(Holding.Source source) {
        return switch (source) {
            case MEMBERSHIP -> OWN_IN_WORKSPACES;
            case GRANT -> GRANTED_WORKSPACES;
            case ACCOUNT, INHERITED, SELF -> INHERITED_IN_WORKSPACES;
        };
    }

    /** Reads a target. */
    private interface TargetReader {
        Target read(ResultSet row) throws SQLException;
    }

    private Page<Target> places(RoleId id, PageRequest page, String select, String held, TargetReader reader) {
        record Numbered(long number, Target target) {}
        return database.sql(String.format(Locale.ROOT, select, held))
                .with("id", id)
                .page(page, row -> new Numbered(row.getLong("place_number"), reader.read(row)), Numbered::number)
                .map(Numbered::target);
    }

    @Override
    public Page<User> holders(RoleId id, PageRequest page) {
        return users(HOLDERS, id, page);
    }

    @Override
    public Page<User> holdersAndTheirServices(RoleId id, PageRequest page) {
        return users(HOLDERS + THEIR_SERVICES, id, page);
    }

    private Page<User> users(String numbers, RoleId id, PageRequest page) {
        String sql = "SELECT " + Rows.USER + " FROM " + Rows.USERS + "JOIN (" + numbers
                + "ORDER BY number LIMIT :most) AS holders ON holders.number = users.number ORDER BY users.number";
        return database.sql(sql).with("id", id).page(page, Rows::user, User::number);
    }

    @Override
    public boolean isHeldByGuests(RoleId id) {
        return database.sql("""
                        SELECT number
                        FROM users
                        WHERE role_id = :id AND status <> 'deleted'
                            AND (stay_until IS NOT NULL OR stay_workspace_id IS NOT NULL)
                        ORDER BY number
                        LIMIT 1
                        """).with("id", id).isThere();
    }

    @Override
    public Optional<Role> find(RoleId id) {
        return database.sql(SELECT + "WHERE roles.id = :id").with("id", id).one(Rows::role);
    }

    @Override
    public Optional<Role> findByName(NameKey name) {
        return database.sql(SELECT + "WHERE roles.name_key = :name")
                .with("name", name)
                .one(Rows::role);
    }

    @Override
    public Page<Role> list(PageRequest page) {
        return list(new Conditions(), page);
    }

    @Override
    public Page<Role> list(boolean predefined, PageRequest page) {
        return list(new Conditions().and("roles.predefined = :predefined", "predefined", predefined), page);
    }

    private Page<Role> list(Conditions narrowed, PageRequest page) {
        Conditions conditions = narrowed.and("roles.number > :after", "after", page.after());
        String sql = SELECT + conditions.where() + " ORDER BY roles.number LIMIT :most";
        return database.sql(sql).with(conditions).page(page, Rows::role, Role::number);
    }
}
