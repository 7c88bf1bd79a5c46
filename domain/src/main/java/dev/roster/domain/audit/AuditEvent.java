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
 * One change: who did what, to what, when and through which interface. Never contains a secret.
 *
 * @param number counts events in order of writing; 0 until the store has assigned it
 * @param actor the user who did it, or null for the local operator and for Roster itself
 * @param actorName the name of the actor at that time
 * @param address the network address the call came from, or null
 * @param action the use case in words, {@code user.create}
 * @param subjectKind the kind of its subject, {@code user}
 * @param subject the id of the subject
 * @param subjectName the name of the subject at that time
 * @param place the workspace or organization it happened in, or null
 * @param person the user named by the changes if that is not the subject, such as the user who joined a workspace; or null
 * @param changes the fields that changed, by name; empty if the action says everything
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
