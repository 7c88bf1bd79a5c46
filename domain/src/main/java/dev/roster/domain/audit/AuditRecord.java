package dev.roster.domain.audit;

import dev.roster.domain.audit.AuditEvent.Change;
import dev.roster.domain.audit.Evidence.Part;
import dev.roster.domain.audit.Evidence.Proof;
import dev.roster.domain.user.UserId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * An event as the trail keeps it, with what proves it.
 *
 * @param after the newest seal there was when it was written, {@code 12:9f3a…}; empty for an event from before events were
 *     signed
 * @param signature made with a key of this installation over the number and everything else, personal texts by way of their
 *     evidence
 */
public record AuditRecord(AuditEvent event, Evidence evidence, String after, String signature) {
    private static final String ERASURE = "user.erase";

    /**
     * Proves an event that is about to be written.
     *
     * @param event with its number
     * @param after the newest seal, as {@link SealMark} has it
     * @param salts gives 128 random bits or more each time
     */
    public static AuditRecord of(AuditEvent event, String after, Supplier<String> salts, Signing signing) {
        return new AuditRecord(event, Evidence.of(event, salts), after, "").signed(signing);
    }

    /** Proves an event that was written before events were signed, as it is found. */
    public static AuditRecord found(AuditEvent event, Supplier<String> salts, Signing signing) {
        return of(event, "", salts, signing);
    }

    private AuditRecord signed(Signing signing) {
        return new AuditRecord(event, evidence, after, signing.sign(toSign()));
    }

    /** The same under another key, for one that is signed with the present one. */
    public AuditRecord signedAnew(Signing next) {
        return signed(next);
    }

    private byte[] toSign() {
        return new Canonical().add("signed event").add(digest()).bytes();
    }

    /** Of everything that is never erased, and of the digests of what may be. Does not depend on the key. */
    String digest() {
        Canonical text = new Canonical()
                .add("event")
                .add(event.number())
                .add(event.id())
                .add(event.at())
                .add(event.actor())
                .add(event.door().word())
                .add(event.action())
                .add(event.subjectKind())
                .add(event.subject())
                .add(event.place())
                .add(event.person())
                .add(after);
        for (Part part : Part.values()) {
            addProof(text, part);
        }
        addPlain(text);
        return text.digest();
    }

    private void addProof(Canonical text, Part part) {
        Proof proof = evidence.of(part);
        if (proof == null) {
            text.add(null);
        } else {
            text.add(part).add(String.join(" ", proof.fields())).add(proof.digest());
        }
    }

    /** What no proof stands for. */
    private void addPlain(Canonical text) {
        if (evidence.of(Part.ACTOR) == null) {
            text.add(event.actorName()).add(event.address());
        }
        if (evidence.of(Part.SUBJECT) == null) {
            text.add(event.subjectName());
        }
        Map<String, Change> changes = event.changes();
        Set<String> plain = new HashSet<>(changes.keySet());
        plain.removeAll(fields(Part.CHANGES));
        PersonalText.addChanges(text.add(plain.size()), event, plain);
    }

    private List<String> fields(Part part) {
        Proof proof = evidence.of(part);
        return proof == null ? List.of() : proof.fields();
    }

    /** Whether this installation wrote it so, but for what may have been erased since. */
    public boolean isGenuine(Signing signing) {
        return isSigned(signing) && isSupported();
    }

    /** Whether the signature is of that key. Texts that may be erased are not looked at. */
    public boolean isSigned(Signing signing) {
        return signature.equals(signing.sign(toSign()));
    }

    /** Whether the personal texts are those that were written, or nothing where they were erased. */
    private boolean isSupported() {
        return evidence.proofs().entrySet().stream().allMatch(proof -> isSupported(proof.getKey(), proof.getValue()));
    }

    private boolean isSupported(Part part, Proof proof) {
        return proof.isErased()
                ? PersonalText.isErased(event, part, proof.fields())
                : proof.digest().equals(PersonalText.digest(event, part, proof.salt(), proof.fields()));
    }

    /** Whether it may be sealed next after that seal: whether that is the newest it knows of. */
    public boolean mayFollow(AuditSeal newest) {
        SealMark named = after.isEmpty() ? newest.mark() : SealMark.parse(after);
        return named.number() < newest.number() || named.isOf(newest);
    }

    /** The users whose texts were erased from it. */
    Set<UserId> erased() {
        Set<UserId> users = new HashSet<>();
        for (Part part : Part.values()) {
            UserId owner = evidence.isErased(part) ? PersonalText.ownerOfErased(event, part) : null;
            if (owner != null) {
                users.add(owner);
            }
        }
        return users;
    }

    /** Whether it says that a user was erased, the one it is about. */
    boolean isErasure() {
        return event.action().equals(ERASURE);
    }

    /**
     * The record without the texts that identify a user: their name and address if they are the actor, their names if they
     * are the subject or named by the changes. Finds them only by id. Roles, status and places stay. Returns this same record
     * if there are no such texts.
     */
    public AuditRecord erase(UserId user) {
        AuditRecord left = this;
        for (Part part : partsOf(user)) {
            List<String> fields = fields(part);
            left = new AuditRecord(
                    PersonalText.erase(left.event, part, fields), left.evidence.erase(part), after, signature);
        }
        return left;
    }

    /** What {@link #erase} removes, as named in the trail: {@code actor}, {@code username}. */
    public Collection<String> textsOf(UserId user) {
        Set<String> words = new TreeSet<>();
        partsOf(user).forEach(part -> words.addAll(PersonalText.words(part, fields(part))));
        return words;
    }

    private List<Part> partsOf(UserId user) {
        List<Part> parts = new ArrayList<>();
        for (Part part : Part.values()) {
            boolean isThere = evidence.of(part) != null && !evidence.isErased(part);
            if (isThere && user.equals(PersonalText.owner(event, part))) {
                parts.add(part);
            }
        }
        return parts;
    }
}
