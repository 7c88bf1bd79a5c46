package dev.roster.persistence.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.roster.domain.audit.AuditEvent;
import dev.roster.domain.audit.AuditEvent.Change;
import dev.roster.domain.audit.AuditEventBuilder;
import dev.roster.domain.audit.AuditEventId;
import dev.roster.domain.audit.AuditRecord;
import dev.roster.domain.audit.Door;
import dev.roster.domain.audit.Evidence;
import dev.roster.domain.user.UserId;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** How events of the audit trail stand in their rows. */
final class AuditRows {
    /** All that {@link #record} reads. */
    static final String COLUMNS = """
            id, number, at, actor_id, actor_name, door, address, action_kind, action, subject_kind, subject_id,
            subject_name, place_id, person_id, changes, evidence, after_seal, signature
            """;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<LinkedHashMap<String, Change>> CHANGES = new TypeReference<>() {};
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 16;

    private AuditRows() {}

    static String salt() {
        byte[] bits = new byte[SALT_BYTES];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    /** The part before the dot, with the dot. */
    static String kind(String action) {
        return action.substring(0, action.indexOf('.') + 1);
    }

    static AuditEvent event(ResultSet row) throws SQLException {
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
                Rows.optional(row, "person_id", id -> new UserId(UUID.fromString(id))),
                fromJson(row.getString("changes")));
    }

    /** A row that makes no sense was tampered with, and is shown so that its signature cannot fit. */
    static AuditRecord record(ResultSet row) throws SQLException {
        Evidence evidence = Evidence.parse(row.getString("evidence"));
        return new AuditRecord(eventOrNonsense(row), evidence, row.getString("after_seal"), row.getString("signature"));
    }

    /** The event, or one that is nobody's where the row makes no sense. */
    static AuditEvent eventOrNonsense(ResultSet row) throws SQLException {
        try {
            AuditEvent event = event(row);
            boolean makesSense = event.door().word().equals(row.getString("door"))
                    && kind(event.action()).equals(row.getString("action_kind"));
            return makesSense ? event : senseless(row);
        } catch (IllegalArgumentException | StoreException senseless) {
            return senseless(row);
        }
    }

    private static AuditEvent senseless(ResultSet row) throws SQLException {
        UUID nothing = new UUID(0, 0);
        return AuditEventBuilder.builder()
                .id(new AuditEventId(nothing))
                .number(row.getLong("number"))
                .at(Instant.EPOCH)
                .actorName("")
                .door(Door.SYSTEM)
                .action("")
                .subjectKind("")
                .subject(nothing)
                .subjectName("")
                .changes(Map.of())
                .build();
    }

    /** The texts as they are read back, which for odd texts is not as they are given. */
    static AuditEvent asStored(AuditEvent event) {
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
                event.person(),
                stored.equals(json) ? event.changes() : fromJson(stored));
    }

    static String toJson(Map<String, Change> changes) {
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
