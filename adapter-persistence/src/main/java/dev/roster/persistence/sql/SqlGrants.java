package dev.roster.persistence.sql;

import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Grants;
import dev.roster.domain.access.Grant;
import dev.roster.domain.access.GrantId;
import dev.roster.domain.access.GrantKind;
import dev.roster.domain.access.Target;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.membership.Place;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.role.RoleName;
import dev.roster.domain.role.RoleRef;
import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.WorkspaceId;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;

/** Extra roles of users on workspaces and datasets. */
final class SqlGrants implements Grants {
    private static final String COLUMNS = """
            grants.id AS grant_id, grants.number AS grant_number, grants.user_id AS grant_user_id,
            grants.role_id AS grant_role_id, grant_roles.name AS grant_role_name,
            grants.workspace_id AS grant_workspace_id, grants.dataset_id AS grant_dataset_id,
            grants.created_at AS grant_created_at, grants.updated_at AS grant_updated_at
            """;

    private static final String GRANTED =
            "SELECT " + String.join(", ", COLUMNS, Rows.USER, Rows.WORKSPACE, Rows.DATASET) + """
            FROM grants
            JOIN roles AS grant_roles ON grant_roles.id = grants.role_id
            JOIN users ON users.id = grants.user_id
            JOIN roles AS account_roles ON account_roles.id = users.role_id
            JOIN workspaces ON workspaces.id = grants.workspace_id
            LEFT JOIN datasets ON datasets.id = grants.dataset_id
            """;

    /** To be filled by {@link #values}. */
    static final String INSERT = """
            INSERT INTO grants (
                id, user_id, role_id, organization_id, workspace_id, dataset_id, place_id, created_at, updated_at)
            VALUES (
                :id, :user, :role, (SELECT organization_id FROM workspaces WHERE id = :workspace), :workspace, :dataset,
                :place, :createdAt, :updatedAt)
            """;

    private static final String IN_ORDER = " ORDER BY grants.number LIMIT :most";
    /** SQLite takes up to 500 queries as one. */
    private static final int MOST_PLACES = 100;

    private final Database database;

    @Inject
    SqlGrants(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Grant> add(Grant grant) {
        String sql = INSERT + " ON CONFLICT (user_id, place_id) DO NOTHING RETURNING number";
        return database.write(handle -> values(handle.createQuery(sql), grant)
                .mapTo(Long.class)
                .findOne()
                .map(grant::withNumber));
    }

    static <S extends SqlStatement<S>> S values(S statement, Grant grant) {
        DatasetId dataset = grant.dataset();
        return statement
                .bind("id", grant.id())
                .bind("user", grant.user())
                .bind("role", grant.role().id())
                .bind("workspace", grant.workspace())
                .bind("dataset", dataset)
                .bind("place", dataset == null ? grant.workspace().value() : dataset.value())
                .bind("createdAt", grant.createdAt())
                .bind("updatedAt", grant.updatedAt());
    }

    @Override
    public boolean update(Grant grant) {
        return database.sql("""
                        UPDATE grants SET role_id = :role, updated_at = :updatedAt WHERE id = :id
                        """)
                .with("id", grant.id())
                .with("role", grant.role().id())
                .with("updatedAt", grant.updatedAt())
                .changed();
    }

    @Override
    public Optional<Grant> find(GrantId id) {
        return database.sql("SELECT " + COLUMNS + """
                        FROM grants
                        JOIN roles AS grant_roles ON grant_roles.id = grants.role_id
                        WHERE grants.id = :id
                        """).with("id", id).one(SqlGrants::grant);
    }

    private static Grant grant(ResultSet row) throws SQLException {
        return new Grant(
                new GrantId(Rows.uuid(row, "grant_id")),
                row.getLong("grant_number"),
                new UserId(Rows.uuid(row, "grant_user_id")),
                new RoleRef(
                        new RoleId(Rows.uuid(row, "grant_role_id")), new RoleName(row.getString("grant_role_name"))),
                new WorkspaceId(Rows.uuid(row, "grant_workspace_id")),
                Rows.optional(row, "grant_dataset_id", id -> new DatasetId(UUID.fromString(id))),
                Times.read(row, "grant_created_at"),
                Times.read(row, "grant_updated_at"));
    }

    @Override
    public Page<Granted> list(Filter filter, PageRequest page) {
        Conditions conditions = conditions(filter).and("grants.number > :after", "after", page.after());
        String sql = GRANTED + conditions.where() + IN_ORDER;
        return Page.of(
                database.read(handle -> granted(conditions.bindTo(handle.createQuery(sql)), page)),
                page,
                SqlGrants::number);
    }

    private static Conditions conditions(Filter filter) {
        return withKind(filter)
                .andIfSet("grants.user_id = :user", "user", filter.user())
                .andIfSet("grants.workspace_id = :workspace", "workspace", filter.workspace())
                .andIfSet("grants.dataset_id = :dataset", "dataset", filter.dataset());
    }

    private static Conditions withKind(Filter filter) {
        Conditions conditions = new Conditions();
        return filter.kind() == null
                ? conditions
                : conditions.and("grants.dataset_id IS " + (filter.kind() == GrantKind.DATASET ? "NOT NULL" : "NULL"));
    }

    /** The holder and each place give their first grants in order, as an index has them; of these the first are the page. */
    @Override
    public Page<Granted> listAround(UserId holder, Set<Target.Ref> places, Filter filter, PageRequest page) {
        List<Target.Ref> all = Stream.concat(
                        Stream.of(new Target.Ref(Target.Kind.USER, holder.value())), places.stream())
                .toList();
        Map<Long, Granted> found = new TreeMap<>();
        database.reading(() -> {
            for (int from = 0; from < all.size(); from += MOST_PLACES) {
                List<Target.Ref> some = all.subList(from, Math.min(from + MOST_PLACES, all.size()));
                database.read(handle -> aroundSome(handle, some, filter, page))
                        .forEach(granted -> found.put(number(granted), granted));
            }
            return found;
        });
        return Page.of(found.values().stream().limit(page.limit() + 1L).toList(), page, SqlGrants::number);
    }

    private static List<Granted> aroundSome(Handle handle, List<Target.Ref> some, Filter filter, PageRequest page) {
        Conditions conditions = conditions(filter).and("grants.number > :after", "after", page.after());
        List<String> parts = new ArrayList<>();
        for (int index = 0; index < some.size(); index++) {
            parts.add("SELECT number FROM (SELECT grants.number FROM grants" + conditions.where() + " AND "
                    + column(some.get(index).kind()) + " = :around" + index + IN_ORDER + ") AS part" + index);
        }
        String sql = GRANTED + " WHERE grants.number IN (" + String.join(" UNION ", parts) + ")" + IN_ORDER;
        Query query = conditions.bindTo(handle.createQuery(sql));
        for (int index = 0; index < some.size(); index++) {
            query.bind("around" + index, some.get(index).id());
        }
        return granted(query, page);
    }

    private static String column(Target.Kind around) {
        return switch (around) {
            case USER -> "grants.user_id";
            case ORGANIZATION -> "grants.organization_id";
            case WORKSPACE -> "grants.workspace_id";
            case DATASET -> "grants.dataset_id";
            case INSTANCE, ROLE -> throw new IllegalArgumentException("nothing is granted in " + around);
        };
    }

    private static List<Granted> granted(Query query, PageRequest page) {
        return query.bind("most", page.limit() + 1)
                .map((row, context) -> granted(row))
                .list();
    }

    private static long number(Granted granted) {
        return granted.grant().number();
    }

    private static Granted granted(ResultSet row) throws SQLException {
        return new Granted(
                grant(row),
                Rows.user(row),
                Rows.workspace(row),
                row.getString("dataset_id") == null ? null : Rows.dataset(row));
    }

    @Override
    public boolean remove(GrantId id) {
        return database.sql("DELETE FROM grants WHERE id = :id").with("id", id).changed();
    }

    @Override
    public void removeAllOf(UserId user) {
        database.sql("DELETE FROM grants WHERE user_id = :user")
                .with("user", user)
                .change();
    }

    @Override
    public void removeAllOf(UserId user, Place place) {
        String within = switch (place.kind()) {
            case ORGANIZATION -> """
                    EXISTS (
                        SELECT 1 FROM workspaces
                        WHERE workspaces.id = grants.workspace_id AND workspaces.organization_id = :place)
                    """;
            case WORKSPACE -> "workspace_id = :place";
        };
        database.sql("DELETE FROM grants WHERE user_id = :user AND " + within)
                .with("user", user)
                .with("place", place.id())
                .change();
    }
}
