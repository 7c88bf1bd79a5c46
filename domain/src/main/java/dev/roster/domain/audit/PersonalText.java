package dev.roster.domain.audit;

import dev.roster.domain.audit.AuditEvent.Change;
import dev.roster.domain.audit.Evidence.Part;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The texts of an event that may say who somebody is, part by part. */
final class PersonalText {
    static final String ERASED = "erased";

    private static final Set<String> NAMING_PEOPLE =
            Set.of("user", "username", "email", "phone", "address", "account", "display_name");

    private PersonalText() {}

    static String digest(AuditEvent event, Part part, String salt) {
        Canonical text = new Canonical().add(salt).add(part);
        switch (part) {
            case ACTOR -> text.add(event.actorName()).add(event.address());
            case SUBJECT -> text.add(event.subjectName());
            case CHANGES ->
                new TreeMap<>(event.changes())
                        .forEach((field, change) ->
                                text.add(field).add(change.before()).add(change.after()));
        }
        return text.digest();
    }

    /** Whether the part holds nothing but what erasing leaves. */
    static boolean isErased(AuditEvent event, Part part) {
        return switch (part) {
            case ACTOR -> event.actorName().equals(ERASED) && event.address() == null;
            case SUBJECT -> event.subjectName().equals(ERASED);
            case CHANGES -> event.changes().isEmpty();
        };
    }

    static AuditEvent erase(AuditEvent event, Part part) {
        return switch (part) {
            case ACTOR -> with(event, ERASED, null, event.subjectName(), event.changes());
            case SUBJECT -> with(event, event.actorName(), event.address(), ERASED, event.changes());
            case CHANGES -> with(event, event.actorName(), event.address(), event.subjectName(), Map.of());
        };
    }

    private static AuditEvent with(
            AuditEvent event,
            String actorName,
            @Nullable String address,
            String subjectName,
            Map<String, Change> changes) {
        return new AuditEvent(
                event.id(),
                event.number(),
                event.at(),
                event.actor(),
                actorName,
                event.door(),
                address,
                event.action(),
                event.subjectKind(),
                event.subject(),
                subjectName,
                event.place(),
                changes);
    }

    /** Whether the changes name somebody by one of these names. A role may be called like a user, and is not meant. */
    static boolean changesName(AuditEvent event, Set<String> names) {
        return event.changes().entrySet().stream()
                .anyMatch(entry -> isNamed(
                                names, entry.getKey(), entry.getValue().before())
                        || isNamed(names, entry.getKey(), entry.getValue().after()));
    }

    private static boolean isNamed(Set<String> names, String field, @Nullable String value) {
        return value != null && names.contains(value) && (NAMING_PEOPLE.contains(field) || value.indexOf('@') >= 0);
    }
}
