package dev.roster.persistence.sql;

import dev.roster.domain.audit.AuditEvent;
import dev.roster.domain.audit.OldTrail;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The audit trail as it was before events were signed. */
final class OldEvents {
    /** An event and the digests of its texts, as they are in its row. */
    record OldEvent(AuditEvent event, String evidence) {}

    private static final String COLUMNS = """
            id, number, at, actor_id, actor_name, door, address, action_kind, action, subject_kind, subject_id,
            subject_name, place_id, NULL AS person_id, changes, evidence
            """;

    private static final String SEAL_COLUMNS =
            " number, first_event, last_event, contents, previous, sealed_at, signature, anchor ";

    private OldEvents() {}

    /** Oldest first. */
    static List<OldEvent> after(Handle handle, long number, long upTo, int most) {
        return handle.createQuery("SELECT " + COLUMNS + """
                        FROM audit_events WHERE number > :after AND number <= :upTo ORDER BY number LIMIT :most
                        """)
                .bind("after", number)
                .bind("upTo", upTo)
                .bind("most", most)
                .map((row, context) -> new OldEvent(AuditRows.eventOrNonsense(row), row.getString("evidence")))
                .list();
    }

    /** The events that a seal closes. */
    static List<OldEvent> under(Handle handle, OldTrail.Seal seal) {
        return after(handle, seal.first() - 1, seal.last(), Integer.MAX_VALUE);
    }

    static List<OldTrail.Seal> seals(Handle handle, long after, int most) {
        return handle.createQuery("SELECT " + SEAL_COLUMNS + """
                        FROM audit_seals WHERE number > :after ORDER BY number LIMIT :most
                        """)
                .bind("after", after)
                .bind("most", most)
                .map((row, context) -> seal(row))
                .list();
    }

    static Optional<OldTrail.Seal> newestSeal(Handle handle) {
        return handle.createQuery("SELECT " + SEAL_COLUMNS + " FROM audit_seals ORDER BY number DESC LIMIT 1")
                .map((row, context) -> seal(row))
                .findOne();
    }

    private static OldTrail.Seal seal(ResultSet row) throws SQLException {
        return new OldTrail.Seal(
                row.getLong("number"),
                row.getLong("first_event"),
                row.getLong("last_event"),
                row.getString("contents"),
                row.getString("previous"),
                Times.read(row, "sealed_at"),
                row.getString("signature"),
                row.getString("anchor"));
    }
}
