package dev.roster.persistence.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.roster.application.port.AuditTrail;
import dev.roster.application.port.Page;
import dev.roster.application.port.PageRequest;
import dev.roster.domain.audit.AuditEvent;
import dev.roster.domain.audit.AuditEvent.Change;
import dev.roster.domain.audit.AuditEventId;
import dev.roster.domain.audit.Door;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What was done. Rows are only ever added. */
final class SqlAuditTrail implements AuditTrail {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<LinkedHashMap<String, Change>> CHANGES = new TypeReference<>() {};

    private final Database database;

    @Inject
    SqlAuditTrail(Database database) {
        this.database = database;
    }

    @Override
    public void append(AuditEvent event) {
        database.write(handle -> handle.createUpdate("""
                        INSERT INTO audit_events (
                            id, at, actor_id, actor_name, door, address, action_kind, action, subject_kind, subject_id,
                            subject_name, place_id, changes)
                        VALUES (
                            :id, :at, :actor, :actorName, :door, :address, :actionKind, :action, :subjectKind, :subject,
                            :subjectName, :place, :changes)
                        """)
                .bind("id", event.id())
                .bind("at", event.at())
                .bind("actor", event.actor())
                .bind("actorName", event.actorName())
                .bind("door", event.door().word())
                .bind("address", event.address())
                .bind("actionKind", kind(event.action()))
                .bind("action", event.action())
                .bind("subjectKind", event.subjectKind())
                .bind("subject", event.subject())
                .bind("subjectName", event.subjectName())
                .bind("place", event.place())
                .bind("changes", toJson(event.changes()))
                .execute());
    }

    /** The part before the dot, with the dot. */
    private static String kind(String action) {
        return action.substring(0, action.indexOf('.') + 1);
    }

    @Override
    public Page<AuditEvent> list(Filter filter, PageRequest page) {
        String action = filter.action();
        boolean wholeKind = action != null && action.endsWith(".");
        Conditions conditions = new Conditions()
                .and("number < :before", "before", page.after() == 0 ? Long.MAX_VALUE : page.after())
                .andIfSet("actor_id = :actor", "actor", filter.actor())
                .andIfSet(wholeKind ? "action_kind = :action" : "action = :action", "action", action)
                .andIfSet("subject_id = :subject", "subject", filter.subject())
                .andIfSet(
                        "door = :door",
                        "door",
                        filter.door() == null ? null : filter.door().word())
                .andIfSet("at >= :since", "since", filter.since())
                .andIfSet("at < :until", "until", filter.until());
        String sql = """
                SELECT id, number, at, actor_id, actor_name, door, address, action, subject_kind, subject_id,
                    subject_name, place_id, changes
                FROM audit_events
                """ + conditions.where() + " ORDER BY number DESC LIMIT :most";
        List<AuditEvent> found = database.read(handle -> conditions
                .bindTo(handle.createQuery(sql))
                .bind("most", page.limit() + 1)
                .map((row, context) -> event(row))
                .list());
        return Page.of(found, page, AuditEvent::number);
    }

    private static AuditEvent event(ResultSet row) throws SQLException {
        return new AuditEvent(
                new AuditEventId(Rows.uuid(row, "id")),
                row.getLong("number"),
                Times.read(row, "at"),
                Rows.optional(row, "actor_id", id -> new UserId(UUID.fromString(id))),
                row.getString("actor_name"),
                Door.parse(row.getString("door")),
                row.getString("address"),
                row.getString("action"),
                row.getString("subject_kind"),
                Rows.uuid(row, "subject_id"),
                row.getString("subject_name"),
                Rows.optional(row, "place_id", UUID::fromString),
                fromJson(row.getString("changes")));
    }

    private static String toJson(Map<String, Change> changes) {
        try {
            return JSON.writeValueAsString(changes);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("texts can always be written", impossible);
        }
    }

    private static Map<String, Change> fromJson(String changes) {
        try {
            return JSON.readValue(changes, CHANGES);
        } catch (JsonProcessingException damaged) {
            throw new StoreException("an audit event is damaged: its changes cannot be read", damaged);
        }
    }
}
