package dev.roster.domain.audit;

import dev.roster.domain.audit.AuditEvent.Change;
import dev.roster.domain.audit.Evidence.Part;
import dev.roster.domain.user.ProfileField;
import dev.roster.domain.user.UserId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The texts of an event that say who somebody is, part by part: what the actor was called and where they called from, what
 * the subject was called, and those of the changes that name people. Roles, status and places are none of them.
 */
final class PersonalText {
    static final String ERASED = "erased";

    private static final Change ERASED_CHANGE = new Change(ERASED, ERASED);
    private static final String USER = "user";

    /** What names people, whatever it was done to. */
    private static final Set<String> NAMING = Stream.concat(
                    Stream.of("user", "username", "email", "address", "account"),
                    ProfileField.ALL.stream().map(ProfileField::word))
            .collect(Collectors.toUnmodifiableSet());

    /** What people call a thing of theirs, as a key. Of a workspace it is the name of the workspace. */
    private static final String NAME = "name";

    private PersonalText() {}

    /** The names of the changes that say who somebody is, in order. */
    static List<String> fields(AuditEvent event) {
        return event.changes().keySet().stream()
                .filter(field -> NAMING.contains(field) || (field.equals(NAME) && isAboutAUser(event)))
                .sorted()
                .toList();
    }

    /** Whose text a part is, which is who can have it erased; null when it is nobody's. */
    static @Nullable UserId owner(AuditEvent event, Part part) {
        return switch (part) {
            case ACTOR -> event.actor() == null ? ofUnproven(event) : event.actor();
            case SUBJECT -> subject(event);
            case CHANGES -> fields(event).isEmpty() ? null : named(event);
        };
    }

    /** Who asked to have a password reset did not say who they are; most likely they are the user it is about. */
    private static @Nullable UserId ofUnproven(AuditEvent event) {
        return event.address() == null ? null : subject(event);
    }

    private static @Nullable UserId named(AuditEvent event) {
        return event.person() == null ? subject(event) : event.person();
    }

    private static @Nullable UserId subject(AuditEvent event) {
        return isAboutAUser(event) ? new UserId(event.subject()) : null;
    }

    private static boolean isAboutAUser(AuditEvent event) {
        return event.subjectKind().equals(USER);
    }

    /** Whose text an erased part was, which cannot be told from the text any more. */
    static @Nullable UserId ownerOfErased(AuditEvent event, Part part) {
        return switch (part) {
            case ACTOR -> event.actor() == null ? subject(event) : event.actor();
            case SUBJECT -> subject(event);
            case CHANGES -> named(event);
        };
    }

    /** @param fields which of the changes */
    static String digest(AuditEvent event, Part part, String salt, Collection<String> fields) {
        Canonical text = new Canonical().add(salt).add(part);
        switch (part) {
            case ACTOR -> text.add(event.actorName()).add(event.address());
            case SUBJECT -> text.add(event.subjectName());
            case CHANGES -> addChanges(text, event, fields);
        }
        return text.digest();
    }

    /** In order of their names. */
    static void addChanges(Canonical text, AuditEvent event, Collection<String> fields) {
        Map<String, Change> chosen = new TreeMap<>(event.changes());
        chosen.keySet().retainAll(Set.copyOf(fields));
        chosen.forEach((field, change) -> text.add(field).add(change.before()).add(change.after()));
    }

    /** Whether the part holds nothing but what erasing leaves. */
    static boolean isErased(AuditEvent event, Part part, Collection<String> fields) {
        return switch (part) {
            case ACTOR -> event.actorName().equals(ERASED) && event.address() == null;
            case SUBJECT -> event.subjectName().equals(ERASED);
            case CHANGES ->
                fields.stream()
                        .allMatch(field -> ERASED_CHANGE.equals(event.changes().get(field)));
        };
    }

    static AuditEvent erase(AuditEvent event, Part part, Collection<String> fields) {
        return switch (part) {
            case ACTOR -> event.withTexts(ERASED, null, event.subjectName(), event.changes());
            case SUBJECT -> event.withTexts(event.actorName(), event.address(), ERASED, event.changes());
            case CHANGES ->
                event.withTexts(event.actorName(), event.address(), event.subjectName(), erased(event, fields));
        };
    }

    private static Map<String, Change> erased(AuditEvent event, Collection<String> fields) {
        Map<String, Change> left = new LinkedHashMap<>(event.changes());
        fields.forEach(field -> left.put(field, ERASED_CHANGE));
        return left;
    }

    /** What is erased with a part, in the words of the trail. */
    static List<String> words(Part part, List<String> fields) {
        return switch (part) {
            case ACTOR -> new ArrayList<>(List.of("actor", "address"));
            case SUBJECT -> List.of("subject");
            case CHANGES -> fields;
        };
    }
}
