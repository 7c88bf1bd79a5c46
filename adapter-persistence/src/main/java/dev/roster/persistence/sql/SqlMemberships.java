package dev.roster.persistence.sql;

import dev.roster.application.port.Memberships;
import dev.roster.application.port.Page;
import dev.roster.application.port.PageRequest;
import dev.roster.domain.organization.MembershipId;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.RoleRef;
import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.Membership;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceId;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.statement.SqlStatement;

/** Who belongs to which workspace. */
final class SqlMemberships implements Memberships {
    static final String COLUMNS = """
            workspace_members.id AS member_id, workspace_members.number AS member_number,
            workspace_members.workspace_id AS member_workspace_id, workspace_members.user_id AS member_user_id,
            workspace_members.joined_at AS member_joined_at,
            own_roles.id AS own_role_id, own_roles.name AS own_role_name
            """;
    static final String WITH_ROLES = """
             workspace_members LEFT JOIN roles AS own_roles ON own_roles.id = workspace_members.role_id
            """;

    /** To be filled by {@link #values}. */
    static final String INSERT = """
            INSERT INTO workspace_members (id, workspace_id, user_id, role_id, joined_at)
            VALUES (:id, :workspace, :user, :role, :joinedAt)
            """;

    private final Database database;

    @Inject
    SqlMemberships(Database database) {
        this.database = database;
    }

    static Membership membership(ResultSet row) throws SQLException {
        return new Membership(
                new MembershipId(Rows.uuid(row, "member_id")),
                row.getLong("member_number"),
                new WorkspaceId(Rows.uuid(row, "member_workspace_id")),
                new UserId(Rows.uuid(row, "member_user_id")),
                Rows.ownRole(row),
                Times.read(row, "member_joined_at"));
    }

    @Override
    public Optional<Membership> add(Membership membership) {
        String sql = INSERT + " ON CONFLICT (user_id, workspace_id) DO NOTHING RETURNING number";
        return database.write(handle -> values(handle.createQuery(sql), membership)
                .mapTo(Long.class)
                .findOne()
                .map(membership::withNumber));
    }

    static <S extends SqlStatement<S>> S values(S statement, Membership membership) {
        RoleRef role = membership.role();
        return statement
                .bind("id", membership.id())
                .bind("workspace", membership.workspace())
                .bind("user", membership.user())
                .bind("role", role == null ? null : role.id())
                .bind("joinedAt", membership.joinedAt());
    }

    @Override
    public Optional<Membership> find(WorkspaceId workspace, UserId user) {
        return database.read(handle -> handle.createQuery("SELECT " + COLUMNS + " FROM " + WITH_ROLES + """
                        WHERE workspace_members.user_id = :user AND workspace_members.workspace_id = :workspace
                        """)
                .bind("workspace", workspace)
                .bind("user", user)
                .map((row, context) -> membership(row))
                .findOne());
    }

    @Override
    public boolean update(Membership membership) {
        RoleRef role = membership.role();
        return database.write(handle -> handle.createUpdate("""
                        UPDATE workspace_members SET role_id = :role
                        WHERE user_id = :user AND workspace_id = :workspace
                        """)
                        .bind("role", role == null ? null : role.id())
                        .bind("user", membership.user())
                        .bind("workspace", membership.workspace())
                        .execute()
                > 0);
    }

    @Override
    public boolean remove(WorkspaceId workspace, UserId user) {
        return database.write(handle -> handle.createUpdate("""
                        DELETE FROM workspace_members WHERE user_id = :user AND workspace_id = :workspace
                        """)
                        .bind("user", user)
                        .bind("workspace", workspace)
                        .execute()
                > 0);
    }

    @Override
    public void removeAllOf(UserId user) {
        database.write(handle -> handle.createUpdate("DELETE FROM workspace_members WHERE user_id = :user")
                .bind("user", user)
                .execute());
    }

    @Override
    public void removeAllOf(UserId user, OrganizationId organization) {
        database.write(handle -> handle.createUpdate("""
                        DELETE FROM workspace_members
                        WHERE user_id = :user AND EXISTS (
                            SELECT 1 FROM workspaces
                            WHERE workspaces.id = workspace_members.workspace_id
                                AND workspaces.organization_id = :organization)
                        """)
                .bind("user", user)
                .bind("organization", organization)
                .execute());
    }

    @Override
    public Page<Member> members(WorkspaceId workspace, PageRequest page) {
        String sql = "SELECT " + Rows.USER + ", " + COLUMNS + " FROM " + WITH_ROLES + """
                JOIN users ON users.id = workspace_members.user_id
                JOIN roles AS account_roles ON account_roles.id = users.role_id
                WHERE workspace_members.workspace_id = :workspace AND workspace_members.number > :after
                ORDER BY workspace_members.number
                LIMIT :most
                """;
        List<Member> found = database.read(handle -> handle.createQuery(sql)
                .bind("workspace", workspace)
                .bind("after", page.after())
                .bind("most", page.limit() + 1)
                .map((row, context) -> new Member(Rows.user(row), membership(row)))
                .list());
        return Page.of(found, page, member -> member.membership().number());
    }

    @Override
    public Page<Joined> workspacesOf(UserId user, PageRequest page) {
        String sql = "SELECT " + Rows.WORKSPACE + ", " + COLUMNS + " FROM " + WITH_ROLES + """
                JOIN workspaces ON workspaces.id = workspace_members.workspace_id
                WHERE workspace_members.user_id = :user AND workspace_members.number > :after
                ORDER BY workspace_members.number
                LIMIT :most
                """;
        List<Joined> found = database.read(handle -> handle.createQuery(sql)
                .bind("user", user)
                .bind("after", page.after())
                .bind("most", page.limit() + 1)
                .map((row, context) -> new Joined(Rows.workspace(row), membership(row)))
                .list());
        return Page.of(found, page, joined -> joined.membership().number());
    }

    @Override
    public Map<UserId, List<Workspace>> workspacesOf(Set<UserId> users) {
        if (users.isEmpty()) {
            return Map.of();
        }
        String sql = "SELECT " + Rows.WORKSPACE + """
                , workspace_members.user_id AS member_user_id
                FROM workspace_members
                JOIN workspaces ON workspaces.id = workspace_members.workspace_id
                WHERE workspace_members.user_id IN (<users>)
                ORDER BY workspace_members.number
                """;
        return database.read(handle -> handle.createQuery(sql)
                .bindList("users", List.copyOf(users))
                .reduceResultSet(new HashMap<UserId, List<Workspace>>(), (found, row, context) -> {
                    found.computeIfAbsent(new UserId(Rows.uuid(row, "member_user_id")), user -> new ArrayList<>())
                            .add(Rows.workspace(row));
                    return found;
                }));
    }
}
