package dev.roster.persistence.sql;

import dev.roster.application.port.AuditSeals;
import dev.roster.domain.audit.AuditSeal;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The seals of the audit trail. The number decides which node's seal counts. */
final class SqlAuditSeals implements AuditSeals {
    private static final String COLUMNS =
            " number, first_event, last_event, contents, previous, sealed_at, signature, anchor ";

    private final Database database;

    @Inject
    SqlAuditSeals(Database database) {
        this.database = database;
    }

    private static AuditSeal seal(ResultSet row) throws SQLException {
        return new AuditSeal(
                row.getLong("number"),
                row.getLong("first_event"),
                row.getLong("last_event"),
                row.getString("contents"),
                row.getString("previous"),
                Times.read(row, "sealed_at"),
                row.getString("signature"),
                row.getString("anchor"));
    }

    @Override
    public Optional<AuditSeal> newest() {
        return database.read(handle -> handle.createQuery(
                        "SELECT " + COLUMNS + " FROM audit_seals WHERE number > 0 ORDER BY number DESC LIMIT 1")
                .map((row, context) -> seal(row))
                .findOne());
    }

    @Override
    public boolean add(AuditSeal seal) {
        return database.write(handle -> handle.createUpdate("""
                        INSERT INTO audit_seals (
                            number, first_event, last_event, contents, previous, sealed_at, signature, anchor)
                        VALUES (:number, :first, :last, :contents, :previous, :at, :signature, :anchor)
                        ON CONFLICT (number) DO NOTHING
                        """)
                        .bind("number", seal.number())
                        .bind("first", seal.first())
                        .bind("last", seal.last())
                        .bind("contents", seal.contents())
                        .bind("previous", seal.previous())
                        .bind("at", seal.at())
                        .bind("signature", seal.signature())
                        .bind("anchor", seal.anchor())
                        .execute()
                > 0);
    }

    @Override
    public List<AuditSeal> after(long number, int most) {
        return database.read(handle -> handle.createQuery("SELECT " + COLUMNS + """
                        FROM audit_seals WHERE number > :after ORDER BY number LIMIT :most
                        """)
                .bind("after", number)
                .bind("most", most)
                .map((row, context) -> seal(row))
                .list());
    }

    @Override
    public Optional<AuditSeal> newestBefore(Instant time) {
        return database.read(handle -> handle.createQuery("SELECT " + COLUMNS + """
                        FROM audit_seals WHERE sealed_at < :time ORDER BY sealed_at DESC, number DESC LIMIT 1
                        """)
                .bind("time", time)
                .map((row, context) -> seal(row))
                .findOne());
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
