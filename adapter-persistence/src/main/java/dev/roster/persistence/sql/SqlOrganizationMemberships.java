package dev.roster.persistence.sql;

import dev.roster.application.port.OrganizationMemberships;
import dev.roster.application.port.Page;
import dev.roster.application.port.PageRequest;
import dev.roster.domain.organization.MembershipId;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.organization.OrganizationMembership;
import dev.roster.domain.role.RoleRef;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;

/** Who belongs to which organization. */
final class SqlOrganizationMemberships implements OrganizationMemberships {
    static final String COLUMNS = """
            organization_members.id AS member_id, organization_members.number AS member_number,
            organization_members.organization_id AS member_organization_id,
            organization_members.user_id AS member_user_id, organization_members.joined_at AS member_joined_at,
            own_roles.id AS own_role_id, own_roles.name AS own_role_name
            """;
    static final String WITH_ROLES = """
             organization_members LEFT JOIN roles AS own_roles ON own_roles.id = organization_members.role_id
            """;

    /** To be filled by {@link #values}. */
    static final String INSERT = """
            INSERT INTO organization_members (id, organization_id, user_id, role_id, joined_at)
            VALUES (:id, :organization, :user, :role, :joinedAt)
            """;

    private final Database database;

    @Inject
    SqlOrganizationMemberships(Database database) {
        this.database = database;
    }

    static OrganizationMembership membership(ResultSet row) throws SQLException {
        return new OrganizationMembership(
                new MembershipId(Rows.uuid(row, "member_id")),
                row.getLong("member_number"),
                new OrganizationId(Rows.uuid(row, "member_organization_id")),
                new UserId(Rows.uuid(row, "member_user_id")),
                Rows.ownRole(row),
                Times.read(row, "member_joined_at"));
    }

    @Override
    public Optional<OrganizationMembership> add(OrganizationMembership membership) {
        String sql = INSERT + " ON CONFLICT (user_id, organization_id) DO NOTHING RETURNING number";
        return database.write(handle -> values(handle.createQuery(sql), membership)
                .mapTo(Long.class)
                .findOne()
                .map(membership::withNumber));
    }

    static <S extends SqlStatement<S>> S values(S statement, OrganizationMembership membership) {
        RoleRef role = membership.role();
        return statement
                .bind("id", membership.id())
                .bind("organization", membership.organization())
                .bind("user", membership.user())
                .bind("role", role == null ? null : role.id())
                .bind("joinedAt", membership.joinedAt());
    }

    @Override
    public Optional<OrganizationMembership> find(OrganizationId organization, UserId user) {
        return database.read(handle -> handle.createQuery("SELECT " + COLUMNS + " FROM " + WITH_ROLES + """
                        WHERE organization_members.user_id = :user
                            AND organization_members.organization_id = :organization
                        """)
                .bind("organization", organization)
                .bind("user", user)
                .map((row, context) -> membership(row))
                .findOne());
    }

    @Override
    public boolean update(OrganizationMembership membership) {
        RoleRef role = membership.role();
        return database.write(handle -> handle.createUpdate("""
                        UPDATE organization_members SET role_id = :role
                        WHERE user_id = :user AND organization_id = :organization
                        """)
                        .bind("role", role == null ? null : role.id())
                        .bind("user", membership.user())
                        .bind("organization", membership.organization())
                        .execute()
                > 0);
    }

    @Override
    public boolean remove(OrganizationId organization, UserId user) {
        return database.write(handle -> handle.createUpdate("""
                        DELETE FROM organization_members
                        WHERE user_id = :user AND organization_id = :organization
                        """)
                        .bind("user", user)
                        .bind("organization", organization)
                        .execute()
                > 0);
    }

    @Override
    public void removeAllOf(UserId user) {
        database.write(handle -> handle.createUpdate("DELETE FROM organization_members WHERE user_id = :user")
                .bind("user", user)
                .execute());
    }

    @Override
    public Page<Member> members(OrganizationId organization, PageRequest page) {
        String sql = "SELECT " + Rows.USER + ", " + COLUMNS + " FROM " + WITH_ROLES + """
                JOIN users ON users.id = organization_members.user_id
                JOIN roles AS account_roles ON account_roles.id = users.role_id
                WHERE organization_members.organization_id = :organization AND organization_members.number > :after
                ORDER BY organization_members.number
                LIMIT :most
                """;
        List<Member> found = database.read(handle -> handle.createQuery(sql)
                .bind("organization", organization)
                .bind("after", page.after())
                .bind("most", page.limit() + 1)
                .map((row, context) -> new Member(Rows.user(row), membership(row)))
                .list());
        return Page.of(found, page, member -> member.membership().number());
    }
}
