package dev.roster.persistence.sql;

import dev.roster.application.paging.CountedPage;
import dev.roster.application.paging.NumberedQuery;
import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.FormerMembers;
import dev.roster.domain.membership.FormerMembership;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.statement.SqlStatement;

/** Who was a member of an organization and is none any more. */
final class SqlFormerMembers implements FormerMembers {
    static final String COLUMNS = """
            former_members.number AS former_number, former_members.organization_id AS former_organization_id,
            former_members.user_id AS former_user_id, former_members.joined_at AS former_joined_at,
            former_members.ended_at AS former_ended_at
            """;

    /** To be filled by {@link #values}. Inserts nothing for a member. */
    static final String INSERT = """
            INSERT INTO former_members (organization_id, user_id, joined_at, ended_at)
            SELECT organizations.id, users.id, :joinedAt, :endedAt
            FROM organizations CROSS JOIN users
            WHERE organizations.id = :organization AND users.id = :user AND NOT EXISTS (
                SELECT 1 FROM organization_members
                WHERE organization_members.user_id = users.id
                    AND organization_members.organization_id = organizations.id)
            """;

    private static final String WITH_USERS = "SELECT " + Rows.USER + ", " + COLUMNS + """
            FROM former_members
            JOIN users ON users.id = former_members.user_id
            JOIN roles AS account_roles ON account_roles.id = users.role_id
            """;

    private static final String LIST = WITH_USERS + """
            WHERE former_members.organization_id = :organization AND former_members.number > :after
            ORDER BY former_members.number
            LIMIT :most
            """;

    private static final String COUNT_PEOPLE = """
            SELECT count(*)
            FROM former_members
            JOIN users ON users.id = former_members.user_id
            WHERE former_members.organization_id = :organization AND users.kind = 'person'
            """;

    private static final String PEOPLE = WITH_USERS + """
            WHERE former_members.organization_id = :organization AND users.kind = 'person'
            ORDER BY former_members.number
            LIMIT :most OFFSET :before
            """;

    private static final String PERSON = WITH_USERS + """
            WHERE former_members.organization_id = :organization AND users.number = :number AND users.kind = 'person'
            """;

    private final Database database;

    @Inject
    SqlFormerMembers(Database database) {
        this.database = database;
    }

    @Override
    public Optional<FormerMembership> add(FormerMembership former) {
        String sql = INSERT + " ON CONFLICT (user_id, organization_id) DO NOTHING RETURNING number";
        return database.write(handle -> values(handle.createQuery(sql), former)
                .mapTo(Long.class)
                .findOne()
                .map(former::withNumber));
    }

    static <S extends SqlStatement<S>> S values(S statement, FormerMembership former) {
        return statement
                .bind("organization", former.organization())
                .bind("user", former.user())
                .bind("joinedAt", former.joinedAt())
                .bind("endedAt", former.endedAt());
    }

    @Override
    public Set<UserId> formerOf(OrganizationId organization, Set<UserId> users) {
        if (users.isEmpty()) {
            return Set.of();
        }
        return database.read(handle -> handle.createQuery("""
                        SELECT user_id FROM former_members
                        WHERE user_id IN (<users>) AND organization_id = :organization
                        """)
                .bindList("users", List.copyOf(users))
                .bind("organization", organization)
                .map((row, context) -> new UserId(Rows.uuid(row, "user_id")))
                .set());
    }

    @Override
    public void forget(OrganizationId organization, Set<UserId> users) {
        if (!users.isEmpty()) {
            database.sql("""
                            DELETE FROM former_members
                            WHERE user_id IN (<users>) AND organization_id = :organization
                            """)
                    .within("users", users)
                    .with("organization", organization)
                    .change();
        }
    }

    @Override
    public void removeAllOf(UserId user) {
        database.sql("DELETE FROM former_members WHERE user_id = :user")
                .with("user", user)
                .change();
    }

    @Override
    public Page<Former> list(OrganizationId organization, PageRequest page) {
        return database.sql(LIST)
                .with("organization", organization)
                .page(
                        page,
                        SqlFormerMembers::withUser,
                        former -> former.membership().number());
    }

    @Override
    public CountedPage<Former> people(OrganizationId organization, NumberedQuery query) {
        return database.reading(() -> {
            long count = database.sql(COUNT_PEOPLE)
                    .with("organization", organization)
                    .one(row -> row.getLong(1))
                    .orElse(0L);
            List<Former> items = query.before() >= count
                    ? List.of()
                    : database.sql(PEOPLE)
                            .with("organization", organization)
                            .with("before", query.before())
                            .with("most", query.most())
                            .all(SqlFormerMembers::withUser);
            return new CountedPage<>(items, count);
        });
    }

    @Override
    public Optional<Former> findPerson(OrganizationId organization, long number) {
        return database.sql(PERSON)
                .with("organization", organization)
                .with("number", number)
                .one(SqlFormerMembers::withUser);
    }

    private static Former withUser(ResultSet row) throws SQLException {
        return new Former(Rows.user(row), former(row));
    }

    static FormerMembership former(ResultSet row) throws SQLException {
        return new FormerMembership(
                row.getLong("former_number"),
                new OrganizationId(Rows.uuid(row, "former_organization_id")),
                new UserId(Rows.uuid(row, "former_user_id")),
                Times.read(row, "former_joined_at"),
                Times.read(row, "former_ended_at"));
    }
}
