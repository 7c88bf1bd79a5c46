package dev.roster.persistence.sql;

import dev.roster.application.port.Contributions;
import dev.roster.application.port.Page;
import dev.roster.application.port.PageRequest;
import dev.roster.domain.dataset.Contribution;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

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

    private static Contribution contribution(ResultSet row) throws SQLException {
        return new Contribution(
                row.getLong("number"),
                new DatasetId(Rows.uuid(row, "dataset_id")),
                new UserId(Rows.uuid(row, "user_id")),
                row.getLong("total"),
                Times.read(row, "first_at"),
                Times.read(row, "last_at"));
    }
}
