package dev.roster.persistence.sql;

import dev.roster.application.port.AuditSeals;
import dev.roster.domain.audit.AuditSeal;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The seals of the audit trail. The number decides which node's seal counts. */
final class SqlAuditSeals implements AuditSeals {
    private static final String COLUMNS =
            " number, kind, first_event, last_event, contents, previous, sealed_at, digest, signature, anchor ";

    private final Database database;

    @Inject
    SqlAuditSeals(Database database) {
        this.database = database;
    }

    private static AuditSeal seal(ResultSet row) throws SQLException {
        Optional<AuditSeal.Kind> kind = kind(row.getString("kind"));
        return new AuditSeal(
                row.getLong("number"),
                kind.orElse(AuditSeal.Kind.BATCH),
                row.getLong("first_event"),
                row.getLong("last_event"),
                row.getString("contents"),
                row.getString("previous"),
                Times.read(row, "sealed_at"),
                row.getString("digest"),
                kind.isEmpty() ? "" : row.getString("signature"),
                row.getString("anchor"));
    }

    /** Empty for a word that somebody put there; such a seal is shown without its signature, and is not genuine. */
    private static Optional<AuditSeal.Kind> kind(String word) {
        return Arrays.stream(AuditSeal.Kind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst();
    }

    @Override
    public Optional<AuditSeal> newest() {
        return database.sql("SELECT " + COLUMNS + " FROM audit_seals WHERE number >= 0 ORDER BY number DESC LIMIT 1")
                .one(SqlAuditSeals::seal);
    }

    @Override
    public boolean add(AuditSeal seal) {
        return database.write(handle -> insert(handle, seal)) > 0;
    }

    static int insert(Handle handle, AuditSeal seal) {
        return handle.createUpdate("""
                        INSERT INTO audit_seals (
                            number, kind, first_event, last_event, contents, previous, sealed_at, digest, signature,
                            anchor)
                        VALUES (
                            :number, :kind, :first, :last, :contents, :previous, :at, :digest, :signature, :anchor)
                        ON CONFLICT (number) DO NOTHING
                        """)
                .bind("number", seal.number())
                .bind("kind", seal.kind().word())
                .bind("first", seal.first())
                .bind("last", seal.last())
                .bind("contents", seal.contents())
                .bind("previous", seal.previous())
                .bind("at", seal.at())
                .bind("digest", seal.digest())
                .bind("signature", seal.signature())
                .bind("anchor", seal.anchor())
                .execute();
    }

    @Override
    public void sign(List<AuditSeal> signed) {
        if (!signed.isEmpty()) {
            database.write(handle -> signAll(handle, signed));
        }
    }

    private static int signAll(Handle handle, List<AuditSeal> signed) {
        try (PreparedBatch batch = handle.prepareBatch("""
                UPDATE audit_seals SET signature = :signature, anchor = :anchor WHERE number = :number
                """)) {
            signed.forEach(seal -> batch.bind("signature", seal.signature())
                    .bind("anchor", seal.anchor())
                    .bind("number", seal.number())
                    .add());
            return batch.execute().length;
        }
    }

    @Override
    public List<AuditSeal> after(long number, int most) {
        return database.sql("SELECT " + COLUMNS + """
                        FROM audit_seals WHERE number > :after ORDER BY number LIMIT :most
                        """)
                .with("after", number)
                .with("most", most)
                .all(SqlAuditSeals::seal);
    }

    @Override
    public Optional<AuditSeal> newestBefore(Instant time) {
        return database.sql("SELECT " + COLUMNS + """
                        FROM audit_seals WHERE sealed_at < :time ORDER BY sealed_at DESC, number DESC LIMIT 1
                        """).with("time", time).one(SqlAuditSeals::seal);
    }

    @Override
    public void anchor(AuditSeal anchor) {
        database.write(handle -> handle.createUpdate("UPDATE audit_seals SET anchor = :anchor WHERE number = :number")
                        .bind("anchor", anchor.anchor())
                        .bind("number", anchor.number())
                        .execute()
                + handle.createUpdate("DELETE FROM audit_seals WHERE number < :number")
                        .bind("number", anchor.number())
                        .execute());
    }
}
