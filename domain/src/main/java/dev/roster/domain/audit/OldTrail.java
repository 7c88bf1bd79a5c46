package dev.roster.domain.audit;

import dev.roster.domain.audit.Evidence.Part;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks whether a trail from before events were signed matches the seals it had. It is given everything in order, the
 * events of a batch and then its seal, as an upgrade finds them.
 */
public final class OldTrail {
    /**
     * A seal of that time.
     *
     * @param anchor for the last seal that was pruned: the signature that says so; else nothing
     */
    public record Seal(
            long number,
            long first,
            long last,
            String contents,
            String previous,
            Instant at,
            String signature,
            String anchor) {
        private byte[] toSign(List<String> digests) {
            Canonical text = new Canonical()
                    .add("seal")
                    .add(number)
                    .add(first)
                    .add(last)
                    .add(contents)
                    .add(previous)
                    .add(at)
                    .add(digests.size());
            digests.forEach(text::add);
            return text.bytes();
        }

        private byte[] anchorToSign() {
            return new Canonical()
                    .add("anchor")
                    .add(number)
                    .add(last)
                    .add(signature)
                    .bytes();
        }
    }

    private final Signing signing;
    private final List<String> batch = new ArrayList<>();
    private long number;
    private String previous = "";
    private boolean fits = true;

    public OldTrail(Signing signing) {
        this.signing = signing;
    }

    /**
     * An event, and the salted digests of its texts.
     *
     * @param evidence {@code salt:digest} for each part, empty for an event from before there were any
     */
    public void event(AuditEvent event, String evidence) {
        Map<Part, String[]> proofs = proofs(evidence);
        batch.add(digest(event, proofs));
        proofs.forEach((part, proof) -> fits &= isSupported(event, part, proof));
    }

    private static Map<Part, String[]> proofs(String evidence) {
        Map<Part, String[]> proofs = new EnumMap<>(Part.class);
        Iterator<Part> parts = List.of(Part.values()).iterator();
        for (String proof : evidence.split(" ", -1)) {
            String[] pieces = proof.split(":", 2);
            if (pieces.length == 2 && parts.hasNext()) {
                proofs.put(parts.next(), pieces);
            }
        }
        return parts.hasNext() ? Map.of() : proofs;
    }

    private static String digest(AuditEvent event, Map<Part, String[]> proofs) {
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
        proofs.values().forEach(proof -> text.add(proof[1]));
        return text.digest();
    }

    private static boolean isSupported(AuditEvent event, Part part, String[] proof) {
        Set<String> fields = event.changes().keySet();
        boolean erased = proof[0].isEmpty();
        if (erased && part == Part.CHANGES) {
            return fields.isEmpty();
        }
        return erased
                ? PersonalText.isErased(event, part, fields)
                : proof[1].equals(PersonalText.digest(event, part, proof[0], fields));
    }

    public void seal(Seal seal) {
        boolean isFirst = number == 0;
        boolean isAnchor = isFirst && seal.anchor().equals(signing.sign(seal.anchorToSign()));
        fits &= isAnchor ? batch.isEmpty() : follows(seal) && isSigned(seal);
        batch.clear();
        number = seal.number();
        previous = seal.signature();
    }

    private boolean follows(Seal seal) {
        return seal.number() == number + 1 && seal.previous().equals(previous);
    }

    private boolean isSigned(Seal seal) {
        return seal.signature().equals(signing.sign(seal.toSign(batch)));
    }

    /** Whether that seal covers the events given before, wherever it is in the chain. */
    public boolean isSealedBy(Seal seal) {
        return isSigned(seal) || seal.anchor().equals(signing.sign(seal.anchorToSign()));
    }

    public boolean fits() {
        return fits;
    }
}
