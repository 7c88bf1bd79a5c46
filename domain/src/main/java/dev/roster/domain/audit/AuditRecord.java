package dev.roster.domain.audit;

import dev.roster.domain.audit.Evidence.Part;
import dev.roster.domain.user.UserId;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An event as the trail keeps it, with what its digest needs. */
public record AuditRecord(AuditEvent event, Evidence evidence) {
    /** Fields of a user whose values name that user, and nobody else for long. */
    private static final Set<String> NAMING = Set.of("username", "email", "phone");

    /** Of everything that is never erased, and of the digests of what may be. */
    String digest() {
        Canonical text = new Canonical()
                .add(event.number())
                .add(event.id())
                .add(event.at())
                .add(event.actor())
                .add(event.door().word())
                .add(event.action())
                .add(event.subjectKind())
                .add(event.subject())
                .add(event.place());
        evidence.proofs().forEach(proof -> text.add(proof.digest()));
        return text.digest();
    }

    /** Whether the personal texts are those that were written, or nothing where they were erased. */
    boolean isSupported() {
        for (Part part : Part.values()) {
            if (!evidence.isNone() && !isSupported(part, evidence.of(part))) {
                return false;
            }
        }
        return true;
    }

    private boolean isSupported(Part part, Evidence.Proof proof) {
        return proof.isErased()
                ? PersonalText.isErased(event, part)
                : proof.digest().equals(PersonalText.digest(event, part, proof.salt()));
    }

    /** Adds what this event calls a user, if it does. */
    public void collectNames(UserId user, Set<String> names) {
        if (user.equals(event.actor())) {
            names.add(event.actorName());
        }
        if (isAbout(user)) {
            names.add(event.subjectName());
            event.changes().forEach((field, change) -> {
                if (NAMING.contains(field)) {
                    addIfSet(names, change.before());
                    addIfSet(names, change.after());
                }
            });
        }
        names.remove(PersonalText.ERASED);
    }

    private static void addIfSet(Set<String> names, @Nullable String value) {
        if (value != null) {
            names.add(value);
        }
    }

    /**
     * The record without what tells who a user is: their name and address where they did it, everything that was told
     * where it was done to them, and elsewhere the changes if they hold one of their names. Returns this same record where
     * there is nothing of the kind.
     */
    public AuditRecord erase(UserId user, Set<String> names) {
        AuditRecord left = this;
        for (Part part : personalParts(user, names)) {
            if (!PersonalText.isErased(event, part)) {
                left = new AuditRecord(PersonalText.erase(left.event, part), left.evidence.erase(part));
            }
        }
        return left;
    }

    private Set<Part> personalParts(UserId user, Set<String> names) {
        Set<Part> parts = new HashSet<>();
        if (user.equals(event.actor()) || (isAbout(user) && cameFromSomebodyUnproven())) {
            parts.add(Part.ACTOR);
        }
        if (isAbout(user)) {
            parts.add(Part.SUBJECT);
            parts.add(Part.CHANGES);
        }
        if (PersonalText.changesName(event, names)) {
            parts.add(Part.CHANGES);
        }
        return parts;
    }

    /** As a request to reset a password: the address is most likely that of the user it is about. */
    private boolean cameFromSomebodyUnproven() {
        return event.actor() == null && event.address() != null;
    }

    private boolean isAbout(UserId user) {
        return user.value().equals(event.subject());
    }
}
