package dev.roster.persistence.sql;

import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Contributions;
import dev.roster.application.port.Datasets.Located;
import dev.roster.domain.dataset.Contribution;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The running totals of what each user did in each dataset. */
final class SqlContributions implements Contributions {
    /** A dataset that a user registered, or contributed to. */
    private record Involved(UserId user, boolean contributed, Located dataset) {
        static Involved of(ResultSet row) throws SQLException {
            return new Involved(
                    new UserId(Rows.uuid(row, "involved_user_id")),
                    row.getInt("contributed") == 1,
                    new Located(Rows.dataset(row), Rows.workspace(row)));
        }
    }

    private static final String CREDITED = "SELECT " + Rows.USER + ", " + Rows.DATASET + """
            , contributions.number, contributions.dataset_id, contributions.total,
            contributions.first_at, contributions.last_at
            FROM contributions
            JOIN users ON users.id = contributions.user_id
            JOIN roles AS account_roles ON account_roles.id = users.role_id
            JOIN datasets ON datasets.id = contributions.dataset_id
            """;
    private static final String IN_ORDER =
            " AND contributions.number > :after ORDER BY contributions.number LIMIT :most";

    private static final String SUMMARIES = """
            SELECT user_id, sum(created) AS created, sum(contributed_to) AS contributed_to, sum(total) AS total,
                max(last_at) AS last_at
            FROM (
                SELECT creator_id AS user_id, count(*) AS created, 0 AS contributed_to, 0 AS total, NULL AS last_at
                FROM datasets
                WHERE creator_id IN (<users>)
                GROUP BY creator_id
                UNION ALL
                SELECT user_id, 0, count(*), sum(total), max(last_at)
                FROM contributions
                WHERE user_id IN (<users>)
                GROUP BY user_id
            ) AS parts
            GROUP BY user_id
            """;

    private static final String CREATED = """
            SELECT datasets.creator_id AS user_id, 0 AS contributed, datasets.number AS position,
                datasets.number AS dataset_number
            FROM datasets
            """;
    private static final String CONTRIBUTED = """
            SELECT contributions.user_id, 1 AS contributed, contributions.number AS position,
                datasets.number AS dataset_number
            FROM contributions
            JOIN datasets ON datasets.id = contributions.dataset_id
            """;
    /** Two queries for each; SQLite takes up to 500 as one. */
    private static final int MOST_USERS = 100;

    private final Database database;

    @Inject
    SqlContributions(Database database) {
        this.database = database;
    }

    @Override
    public Contribution record(DatasetId dataset, UserId user, long count, Instant at) {
        return database.write(handle -> handle.createQuery("""
                        INSERT INTO contributions (dataset_id, user_id, total, first_at, last_at)
                        VALUES (:dataset, :user, :count, :at, :at)
                        ON CONFLICT (user_id, dataset_id) DO UPDATE SET
                            total = contributions.total + excluded.total,
                            last_at = CASE
                                WHEN excluded.last_at > contributions.last_at THEN excluded.last_at
                                ELSE contributions.last_at
                            END
                        RETURNING number, dataset_id, user_id, total, first_at, last_at
                        """)
                .bind("dataset", dataset)
                .bind("user", user)
                .bind("count", count)
                .bind("at", at)
                .map((row, context) -> contribution(row))
                .one());
    }

    @Override
    public Map<UserId, Summary> summaries(Set<UserId> users) {
        if (users.isEmpty()) {
            return Map.of();
        }
        return database.read(handle -> handle
                .createQuery(SUMMARIES)
                .bindList("users", List.copyOf(users))
                .map((row, context) -> Map.entry(new UserId(Rows.uuid(row, "user_id")), summary(row)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static Summary summary(ResultSet row) throws SQLException {
        return new Summary(
                row.getLong("created"),
                row.getLong("contributed_to"),
                row.getLong("total"),
                Times.readOptional(row, "last_at"));
    }

    @Override
    public Map<UserId, Involvement> involvements(
            Set<UserId> users, OrganizationId organization, @Nullable UserId near) {
        List<UserId> wanted = List.copyOf(users);
        List<Involved> found = database.reading(() -> {
            List<Involved> all = new ArrayList<>();
            for (int from = 0; from < wanted.size(); from += MOST_USERS) {
                List<UserId> some = wanted.subList(from, Math.min(from + MOST_USERS, wanted.size()));
                all.addAll(database.read(handle -> involved(handle, some, organization, near)));
            }
            return all;
        });
        return found.stream()
                .collect(Collectors.groupingBy(
                        Involved::user,
                        Collectors.collectingAndThen(Collectors.toList(), SqlContributions::involvement)));
    }

    /** Each user gives the first datasets in order, as the indexes have them. */
    private static List<Involved> involved(
            Handle handle, List<UserId> users, OrganizationId organization, @Nullable UserId near) {
        List<String> parts = new ArrayList<>();
        for (int index = 0; index < users.size(); index++) {
            parts.add(part(CREATED, "datasets.creator_id = :user" + index, near) + " AS part" + parts.size());
            parts.add(part(CONTRIBUTED, "contributions.user_id = :user" + index, near) + " AS part" + parts.size());
        }
        String sql =
                "SELECT parts.user_id AS involved_user_id, parts.contributed AS contributed, " + Rows.DATASET + ", "
                        + Rows.WORKSPACE + " FROM (" + String.join(" UNION ALL ", parts) + """
                ) AS parts
                JOIN datasets ON datasets.number = parts.dataset_number
                JOIN workspaces ON workspaces.id = datasets.workspace_id
                ORDER BY parts.position
                """;
        Query query = handle.createQuery(sql).bind("organization", organization).bind("most", MOST_INVOLVED);
        for (int index = 0; index < users.size(); index++) {
            query.bind("user" + index, users.get(index));
        }
        if (near != null) {
            query.bind("visitor", near);
        }
        return query.map((row, context) -> Involved.of(row)).list();
    }

    private static String part(String select, String condition, @Nullable UserId near) {
        return "SELECT user_id, contributed, position, dataset_number FROM (" + select + """
                JOIN workspaces ON workspaces.id = datasets.workspace_id
                WHERE workspaces.organization_id = :organization AND
                """ + condition
                + (near == null ? "" : " AND " + SqlDatasets.NEAR) + " ORDER BY position LIMIT :most)";
    }

    private static Involvement involvement(List<Involved> found) {
        return new Involvement(located(found, false), located(found, true));
    }

    private static List<Located> located(List<Involved> found, boolean contributed) {
        return found.stream()
                .filter(involved -> involved.contributed() == contributed)
                .map(Involved::dataset)
                .toList();
    }

    @Override
    public Page<Credited> byUser(UserId user, PageRequest page) {
        return list("WHERE contributions.user_id = :of", user, page);
    }

    @Override
    public Page<Credited> byDataset(DatasetId dataset, PageRequest page) {
        return list("WHERE contributions.dataset_id = :of", dataset, page);
    }

    private Page<Credited> list(String condition, Object of, PageRequest page) {
        return database.sql(CREDITED + condition + IN_ORDER)
                .with("of", of)
                .page(
                        page,
                        row -> new Credited(contribution(row), Rows.user(row), Rows.dataset(row)),
                        credited -> credited.contribution().number());
    }

    static Contribution contribution(ResultSet row) throws SQLException {
        return new Contribution(
                row.getLong("number"),
                new DatasetId(Rows.uuid(row, "dataset_id")),
                new UserId(Rows.uuid(row, "user_id")),
                row.getLong("total"),
                Times.read(row, "first_at"),
                Times.read(row, "last_at"));
    }
}
