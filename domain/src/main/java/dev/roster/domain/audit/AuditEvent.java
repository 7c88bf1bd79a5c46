package dev.roster.domain.audit;

import dev.roster.domain.user.UserId;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change: who did what, on what, when and through which door. Never holds a secret.
 *
 * @param number counts events in order of writing; 0 until the store has given it
 * @param actor the user who did it, or null for the local operator and for Roster itself
 * @param actorName what that actor was called then
 * @param address the network address the call came from, or null
 * @param action the use case in words, {@code user.create}
 * @param subjectKind what it was done to, {@code user}
 * @param subject the id of that thing
 * @param subjectName what it was called then
 * @param place the workspace or organization it happened in, or null
 * @param person the user whom the changes name, where that is not what it was done to: who joined a workspace; or null
 * @param changes the fields that changed, by name; empty where the action says it all
 */
@RecordBuilder
public record AuditEvent(
        AuditEventId id,
        long number,
        Instant at,
        @Nullable UserId actor,
        String actorName,
        Door door,
        @Nullable String address,
        String action,
        String subjectKind,
        UUID subject,
        String subjectName,
        @Nullable UUID place,
        @Nullable UserId person,
        Map<String, Change> changes)
        implements AuditEventBuilder.With {

    public AuditEvent {
        changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
    }

    /** A field before and after; null where it was or is unset. */
    public record Change(@Nullable String before, @Nullable String after) {
        /** From nothing. */
        public static Change to(String after) {
            return new Change(null, after);
        }

        /** To nothing. */
        public static Change from(String before) {
            return new Change(before, null);
        }
    }

    /** The same with other texts, for what is erased. */
    AuditEvent withTexts(String actor, @Nullable String from, String subject, Map<String, Change> changed) {
        return with().actorName(actor)
                .address(from)
                .subjectName(subject)
                .changes(changed)
                .build();
    }
}
