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
import dev.roster.domain.audit.AuditRecord;
import dev.roster.domain.audit.Door;
import dev.roster.domain.audit.Evidence;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/** What was done. Rows are only ever added, and later perhaps erased from or pruned. */
final class SqlAuditTrail implements AuditTrail {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<LinkedHashMap<String, Change>> CHANGES = new TypeReference<>() {};

    private static final String COLUMNS = """
            id, number, at, actor_id, actor_name, door, address, action_kind, action, subject_kind, subject_id,
            subject_name, place_id, changes, evidence
            """;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 16;
    private static final int MOST_WAITS = 100;
    private static final int WAIT_MILLIS = 10;

    private final Database database;

    @Inject
    SqlAuditTrail(Database database) {
        this.database = database;
    }

    @Override
    public void append(AuditEvent given) {
        AuditEvent event = asStored(given);
        database.write(handle -> handle.createUpdate("""
                        INSERT INTO audit_events (
                            id, at, actor_id, actor_name, door, address, action_kind, action, subject_kind, subject_id,
                            subject_name, place_id, changes, evidence)
                        VALUES (
                            :id, :at, :actor, :actorName, :door, :address, :actionKind, :action, :subjectKind, :subject,
                            :subjectName, :place, :changes, :evidence)
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
                .bind("evidence", Evidence.of(event, SqlAuditTrail::salt).text())
                .execute());
    }

    private static String salt() {
        byte[] bits = new byte[SALT_BYTES];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    /** The evidence must fit what is read back, which for odd texts is not what was given. */
    private static AuditEvent asStored(AuditEvent event) {
        String address = event.address();
        String json = toJson(event.changes());
        String stored = StorableText.of(json);
        return new AuditEvent(
                event.id(),
                event.number(),
                event.at(),
                event.actor(),
                StorableText.of(event.actorName()),
                event.door(),
                address == null ? null : StorableText.of(address),
                event.action(),
                event.subjectKind(),
                event.subject(),
                StorableText.of(event.subjectName()),
                event.place(),
                stored.equals(json) ? event.changes() : fromJson(stored));
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

    @Override
    public List<AuditRecord> records(long after, long upTo, int most) {
        return database.read(handle -> handle.createQuery("SELECT " + COLUMNS + """
                        FROM audit_events WHERE number > :after AND number <= :upTo ORDER BY number LIMIT :most
                        """)
                .bind("after", after)
                .bind("upTo", upTo)
                .bind("most", most)
                .map((row, context) -> record(row))
                .list());
    }

    /** A row that makes no sense was tampered with, and is shown so that its digest cannot fit. */
    private static AuditRecord record(ResultSet row) throws SQLException {
        Evidence evidence = Evidence.parse(row.getString("evidence"));
        try {
            AuditEvent event = event(row);
            boolean makesSense = event.door().word().equals(row.getString("door"))
                    && kind(event.action()).equals(row.getString("action_kind"));
            return new AuditRecord(makesSense ? event : senseless(row), evidence);
        } catch (IllegalArgumentException | StoreException senseless) {
            return new AuditRecord(senseless(row), evidence);
        }
    }

    private static AuditEvent senseless(ResultSet row) throws SQLException {
        UUID nothing = new UUID(0, 0);
        return new AuditEvent(
                new AuditEventId(nothing),
                row.getLong("number"),
                Instant.EPOCH,
                null,
                "",
                Door.SYSTEM,
                null,
                "",
                "",
                nothing,
                "",
                null,
                Map.of());
    }

    /** Numbers are given before transactions end, so those that run now are waited for, if it does not take long. */
    @Override
    public OptionalLong settled() {
        Optional<Long> highest =
                database.read(handle -> handle.createQuery("SELECT max(number) FROM audit_events WHERE number > 0")
                        .mapTo(Long.class)
                        .findOne());
        if (highest.isEmpty()) {
            return OptionalLong.empty();
        }
        Set<String> adding = new HashSet<>(adding());
        for (int waits = 0; waits < MOST_WAITS && !adding.isEmpty(); waits++) {
            pause();
            adding.retainAll(adding());
        }
        return adding.isEmpty() ? OptionalLong.of(highest.get()) : OptionalLong.empty();
    }

    private Set<String> adding() {
        return database.read(handle -> database.dialect().adding(handle, "audit_events"));
    }

    private static void pause() {
        try {
            Thread.sleep(WAIT_MILLIS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw Database.busy();
        }
    }

    @Override
    public void erase(AuditRecord left) {
        AuditEvent event = left.event();
        database.write(handle -> handle.createUpdate("""
                        UPDATE audit_events SET
                            actor_name = :actorName, address = :address, subject_name = :subjectName,
                            changes = :changes, evidence = :evidence
                        WHERE number = :number
                        """)
                .bind("actorName", event.actorName())
                .bind("address", event.address())
                .bind("subjectName", event.subjectName())
                .bind("changes", toJson(event.changes()))
                .bind("evidence", left.evidence().text())
                .bind("number", event.number())
                .execute());
    }

    @Override
    public int removeUpTo(long number) {
        return database.write(handle -> handle.createUpdate("DELETE FROM audit_events WHERE number <= :number")
                .bind("number", number)
                .execute());
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
