package dev.roster.persistence.sql;

import dev.roster.application.paging.CountedPage;
import dev.roster.application.paging.NumberedQuery;
import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Datasets;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.workspace.WorkspaceId;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;

/** The registered datasets. */
final class SqlDatasets implements Datasets {
    private static final String SELECT = "SELECT " + Rows.DATASET + ", " + Rows.WORKSPACE + """
            FROM datasets
            JOIN workspaces ON workspaces.id = datasets.workspace_id
            """;
    private static final String NUMBERED = SELECT + """
            WHERE datasets.workspace_id = :workspace
            ORDER BY datasets.number
            LIMIT :most OFFSET :before
            """;
    private static final String NAME = "datasets_workspace_id_name_key";
    static final String NEAR = "datasets.id IN (SELECT nearby.id FROM datasets AS nearby WHERE"
            + " nearby.workspace_id IN (" + SqlWorkspaces.VISIBLE + """
                    )
                UNION
                SELECT dataset_id FROM grants WHERE user_id = :visitor AND dataset_id IS NOT NULL)
            """;

    private final Database database;

    @Inject
    SqlDatasets(Database database) {
        this.database = database;
    }

    @Override
    public Dataset add(Dataset dataset) {
        return database.write(
                handle -> dataset.withNumber(restriction(handle.createQuery("""
                                INSERT INTO datasets (
                                    id, workspace_id, name, name_key, access, restricted_at, restricter_id, creator_id,
                                    created_at, updated_at)
                                VALUES (
                                    :id, :workspace, :name, :key, :access, :restrictedAt, :restricter, :creator,
                                    :createdAt, :updatedAt)
                                RETURNING number
                                """), dataset)
                        .bind("id", dataset.id())
                        .bind("workspace", dataset.workspace())
                        .bind("name", dataset.name())
                        .bind("key", dataset.name().key())
                        .bind("access", dataset.access().word())
                        .bind("creator", dataset.creator())
                        .bind("createdAt", dataset.createdAt())
                        .bind("updatedAt", dataset.updatedAt())
                        .mapTo(Long.class)
                        .one()),
                Taken.id("datasets", dataset.id()),
                Taken.name(NAME, dataset.name()));
    }

    @Override
    public void update(Dataset dataset) {
        database.write(
                handle -> restriction(handle.createUpdate("""
                                UPDATE datasets
                                SET name = :name, name_key = :key, access = :access, restricted_at = :restrictedAt,
                                    restricter_id = :restricter, creator_id = :creator, updated_at = :updatedAt
                                WHERE id = :id
                                """), dataset)
                        .bind("id", dataset.id())
                        .bind("name", dataset.name())
                        .bind("key", dataset.name().key())
                        .bind("access", dataset.access().word())
                        .bind("creator", dataset.creator())
                        .bind("updatedAt", dataset.updatedAt())
                        .execute(),
                Taken.name(NAME, dataset.name()));
    }

    private static <S extends SqlStatement<S>> S restriction(S statement, Dataset dataset) {
        return statement.bind("restrictedAt", dataset.restrictedAt()).bind("restricter", dataset.restricter());
    }

    @Override
    public boolean remove(DatasetId id) {
        return database.sql("DELETE FROM datasets WHERE id = :id")
                .with("id", id)
                .changed();
    }

    @Override
    public Optional<Located> find(DatasetId id) {
        return database.sql(SELECT + "WHERE datasets.id = :id").with("id", id).one(SqlDatasets::located);
    }

    @Override
    public Optional<Located> findByNumber(long number) {
        return database.sql(SELECT + "WHERE datasets.number = :number")
                .with("number", number)
                .one(SqlDatasets::located);
    }

    @Override
    public Optional<Located> findByName(WorkspaceId workspace, NameKey name) {
        return database.sql(SELECT + "WHERE datasets.workspace_id = :workspace AND datasets.name_key = :name")
                .with("workspace", workspace)
                .with("name", name)
                .one(SqlDatasets::located);
    }

    private static Located located(ResultSet row) throws SQLException {
        return new Located(Rows.dataset(row), Rows.workspace(row));
    }

    @Override
    public Page<Located> list(Filter filter, PageRequest page) {
        Conditions conditions = new Conditions()
                .and("datasets.number > :after", "after", page.after())
                .andIfSet("datasets.workspace_id = :workspace", "workspace", filter.workspace())
                .andIfSet("datasets.creator_id = :creator", "creator", filter.creator())
                .andIfSet("datasets.name_key LIKE :name" + Containing.ESCAPED, "name", Containing.part(filter.name()))
                .andIfSet(NEAR, "visitor", filter.near());
        if (filter.restricted() != null) {
            conditions.and(
                    filter.restricted() ? "datasets.restricted_at IS NOT NULL" : "datasets.restricted_at IS NULL");
        }
        String sql = SELECT + conditions.where() + " ORDER BY datasets.number LIMIT :most";
        return database.sql(sql)
                .with(conditions)
                .page(page, SqlDatasets::located, located -> located.dataset().number());
    }

    @Override
    public CountedPage<Located> numbered(WorkspaceId workspace, NumberedQuery query) {
        return database.reading(() -> {
            long count = database.sql("SELECT count(*) FROM datasets WHERE workspace_id = :workspace")
                    .with("workspace", workspace)
                    .one(row -> row.getLong(1))
                    .orElse(0L);
            List<Located> items = query.before() >= count
                    ? List.of()
                    : database.sql(NUMBERED)
                            .with("workspace", workspace)
                            .with("before", query.before())
                            .with("most", query.most())
                            .all(SqlDatasets::located);
            return new CountedPage<>(items, count);
        });
    }

    @Override
    public List<String> namesIn(WorkspaceId workspace, int most) {
        return database.read(handle -> handle.createQuery("""
                        SELECT name FROM datasets WHERE workspace_id = :workspace ORDER BY number LIMIT :most
                        """)
                .bind("workspace", workspace)
                .bind("most", most)
                .mapTo(String.class)
                .list());
    }
}
