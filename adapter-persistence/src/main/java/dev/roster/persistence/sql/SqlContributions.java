package dev.roster.persistence.sql;

import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Contributions;
import dev.roster.domain.dataset.Contribution;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The running totals of what each user did in each dataset. */
final class SqlContributions implements Contributions {
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
    public Page<Credited> byUser(UserId user, PageRequest page) {
        return list("WHERE contributions.user_id = :of", user, page);
    }

    @Override
    public Page<Credited> byDataset(DatasetId dataset, PageRequest page) {
        return list("WHERE contributions.dataset_id = :of", dataset, page);
    }

    private Page<Credited> list(String condition, Object of, PageRequest page) {
        List<Credited> found = database.read(handle -> handle.createQuery(CREDITED + condition + IN_ORDER)
                .bind("of", of)
                .bind("after", page.after())
                .bind("most", page.limit() + 1)
                .map((row, context) -> new Credited(contribution(row), Rows.user(row), Rows.dataset(row)))
                .list());
        return Page.of(found, page, credited -> credited.contribution().number());
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
