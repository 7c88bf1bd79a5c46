package dev.roster.persistence.sql;

import dev.roster.application.port.Annexes;
import dev.roster.domain.dataset.DatasetAnnex;
import dev.roster.domain.dataset.DatasetId;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.statement.SqlStatement;

/** What doors keep beside datasets. */
final class SqlAnnexes implements Annexes {
    static final String SELECT = "SELECT number, dataset_id, kind, entry, content, attached_at FROM annexes";

    private static final String INSERT = """
            INSERT INTO annexes (dataset_id, kind, entry, content, attached_at)
            VALUES (:dataset, :kind, :entry, :content, :at)
            ON CONFLICT (dataset_id, kind, entry)
            """;

    private final Database database;

    @Inject
    SqlAnnexes(Database database) {
        this.database = database;
    }

    @Override
    public Optional<DatasetAnnex> add(DatasetAnnex annex) {
        return database.write(handle -> bound(handle.createQuery(INSERT + " DO NOTHING RETURNING number"), annex)
                .mapTo(Long.class)
                .findOne()
                .map(annex::withNumber));
    }

    @Override
    public void put(DatasetAnnex annex) {
        database.write(handle -> bound(handle.createUpdate(INSERT + """
                                 DO UPDATE SET content = excluded.content, attached_at = excluded.attached_at
                                """), annex).execute());
    }

    private static <S extends SqlStatement<S>> S bound(S statement, DatasetAnnex annex) {
        return statement
                .bind("dataset", annex.dataset())
                .bind("kind", annex.kind())
                .bind("entry", annex.key())
                .bind("content", annex.json())
                .bind("at", annex.at());
    }

    @Override
    public List<DatasetAnnex> of(DatasetId dataset, String kind) {
        return of(Set.of(dataset), kind);
    }

    @Override
    public List<DatasetAnnex> of(Set<DatasetId> datasets, String kind) {
        if (datasets.isEmpty()) {
            return List.of();
        }
        return database.read(handle -> handle.createQuery(SELECT + """
                         WHERE dataset_id IN (<datasets>) AND kind = :kind
                        ORDER BY number
                        """)
                .bindList("datasets", List.copyOf(datasets))
                .bind("kind", kind)
                .map((row, context) -> annex(row))
                .list());
    }

    static DatasetAnnex annex(ResultSet row) throws SQLException {
        return new DatasetAnnex(
                new DatasetId(Rows.uuid(row, "dataset_id")),
                row.getLong("number"),
                row.getString("kind"),
                row.getString("entry"),
                row.getString("content"),
                Times.read(row, "attached_at"));
    }
}
