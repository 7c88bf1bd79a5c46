package dev.roster.cli.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roster.domain.RefusedException;
import dev.roster.domain.audit.AuditEvent;
import dev.roster.domain.audit.AuditEvent.Change;
import dev.roster.domain.audit.AuditEventId;
import dev.roster.domain.audit.AuditRecord;
import dev.roster.domain.audit.AuditSeal;
import dev.roster.domain.audit.AuditVerifier;
import dev.roster.domain.audit.Door;
import dev.roster.domain.audit.Evidence;
import dev.roster.domain.text.Uuids;
import dev.roster.domain.user.UserId;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The audit trail in a file: a JSON object in each line, {@code {"event": {…}}} or {@code {"seal": {…}}}. */
final class AuditLines {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<LinkedHashMap<String, Change>> CHANGES = new TypeReference<>() {};
    private static final String EVENT = "event";
    private static final String SEAL = "seal";

    private AuditLines() {}

    static String of(AuditRecord record) {
        AuditEvent event = record.event();
        ObjectNode line = JSON.createObjectNode();
        ObjectNode fields = line.putObject(EVENT)
                .put("number", event.number())
                .put("id", event.id().toString())
                .put("at", event.at().toString())
                .put("actor_id", text(event.actor()))
                .put("actor", event.actorName())
                .put("door", event.door().word())
                .put("address", event.address())
                .put("action", event.action());
        fields.putObject("subject")
                .put("kind", event.subjectKind())
                .put("id", event.subject().toString())
                .put("name", event.subjectName());
        fields.put("place_id", text(event.place()))
                .put("person_id", text(event.person()))
                .put("evidence", record.evidence().text())
                .put("after_seal", record.after())
                .put("signature", record.signature())
                .set("changes", JSON.valueToTree(event.changes()));
        return line.toString();
    }

    static String of(AuditSeal seal) {
        ObjectNode line = JSON.createObjectNode();
        line.putObject(SEAL)
                .put("number", seal.number())
                .put("kind", seal.kind().word())
                .put("first_event", seal.first())
                .put("last_event", seal.last())
                .put("contents", seal.contents())
                .put("previous", seal.previous())
                .put("at", seal.at().toString())
                .put("digest", seal.digest())
                .put("signature", seal.signature())
                .put("anchor", seal.anchor());
        return line.toString();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** @throws RefusedException INVALID, naming the first line that is none of an export */
    static void read(BufferedReader lines, AuditVerifier verifier) throws IOException {
        long number = 1;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            try {
                read(JSON.readTree(line), verifier);
            } catch (JsonProcessingException | IllegalArgumentException | DateTimeException malformed) {
                throw RefusedException.invalid("file", "line " + number + " is not a line of an exported audit trail");
            }
            number++;
        }
    }

    private static void read(JsonNode line, AuditVerifier verifier) throws JsonProcessingException {
        if (line.has(EVENT)) {
            verifier.event(record(line.get(EVENT)));
        } else if (line.has(SEAL)) {
            verifier.seal(seal(line.get(SEAL)));
        } else {
            throw new IllegalArgumentException("neither an event nor a seal");
        }
    }

    private static AuditRecord record(JsonNode event) throws JsonProcessingException {
        JsonNode subject = event.path("subject");
        String actor = optional(event, "actor_id");
        String place = optional(event, "place_id");
        String person = optional(event, "person_id");
        Map<String, Change> changes = JSON.treeToValue(event.path("changes"), JSON.constructType(CHANGES));
        return new AuditRecord(
                new AuditEvent(
                        new AuditEventId(uuid(text(event, "id"))),
                        number(event, "number"),
                        Instant.parse(text(event, "at")),
                        actor == null ? null : new UserId(uuid(actor)),
                        text(event, "actor"),
                        Door.parse(text(event, "door")),
                        optional(event, "address"),
                        text(event, "action"),
                        text(subject, "kind"),
                        uuid(text(subject, "id")),
                        text(subject, "name"),
                        place == null ? null : uuid(place),
                        person == null ? null : new UserId(uuid(person)),
                        changes == null ? Map.of() : changes),
                Evidence.parse(text(event, "evidence")),
                text(event, "after_seal"),
                text(event, "signature"));
    }

    private static AuditSeal seal(JsonNode seal) {
        return new AuditSeal(
                number(seal, "number"),
                AuditSeal.Kind.parse(text(seal, "kind")),
                number(seal, "first_event"),
                number(seal, "last_event"),
                text(seal, "contents"),
                text(seal, "previous"),
                Instant.parse(text(seal, "at")),
                text(seal, "digest"),
                text(seal, "signature"),
                text(seal, "anchor"));
    }

    /** Read leniently, another number than the one that was signed would be taken for it. */
    private static long number(JsonNode object, String field) {
        JsonNode value = object.path(field);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new IllegalArgumentException(field + " is not a whole number");
        }
        return value.longValue();
    }

    private static String text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        if (!value.isTextual()) {
            throw new IllegalArgumentException(field + " is not a text");
        }
        return value.textValue();
    }

    private static UUID uuid(String text) {
        if (!Uuids.isUuid(text)) {
            throw new IllegalArgumentException("not a UUID");
        }
        return UUID.fromString(text);
    }

    private static @Nullable String optional(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isNull() || value.isMissingNode() ? null : text(object, field);
    }
}
