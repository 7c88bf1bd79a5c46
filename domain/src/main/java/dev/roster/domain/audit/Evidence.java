package dev.roster.domain.audit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Proves later that the personal texts of an event are unchanged, while they can still be erased: for each part that
 * identifies a person, the digest of a random salt and the text. The signature covers the digests. Erasing a text also
 * erases its salt, so that the text cannot be recovered from the digest, which stays. A part that identifies no person has
 * no proof, and the signature covers its text directly.
 */
public record Evidence(Map<Part, Proof> proofs) {
    /**
     * A salted digest.
     *
     * @param fields which of the changes it is of, in order; empty for another part
     * @param salt empty when the text was erased
     */
    public record Proof(List<String> fields, String salt, String digest) {
        public Proof {
            fields = List.copyOf(fields);
        }

        boolean isErased() {
            return salt.isEmpty();
        }

        private Proof withoutSalt() {
            return new Proof(fields, "", digest);
        }
    }

    /** What can be erased on its own. */
    public enum Part {
        ACTOR,
        SUBJECT,
        CHANGES
    }

    public static final Evidence NONE = new Evidence(Map.of());

    private static final String BETWEEN = " ";
    private static final String INSIDE = ":";
    private static final String BEFORE_FIELD = "/";
    private static final int PIECES = 3;

    public Evidence {
        proofs = Map.copyOf(proofs);
    }

    /** @param salts gives 128 random bits or more each time */
    static Evidence of(AuditEvent event, Supplier<String> salts) {
        Map<Part, Proof> proofs = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            if (PersonalText.owner(event, part) != null) {
                List<String> fields = part == Part.CHANGES ? PersonalText.fields(event) : List.of();
                String salt = salts.get();
                proofs.put(part, new Proof(fields, salt, PersonalText.digest(event, part, salt, fields)));
            }
        }
        return new Evidence(proofs);
    }

    /** Reads what {@link #text} wrote. What cannot be read proves nothing. */
    public static Evidence parse(String text) {
        Map<Part, Proof> proofs = new EnumMap<>(Part.class);
        for (String proof : text.split(BETWEEN, -1)) {
            String[] pieces = proof.split(INSIDE, -1);
            List<String> names = List.of(pieces[0].split(BEFORE_FIELD, -1));
            Part part = part(names.get(0));
            if (part == null || pieces.length != PIECES) {
                return NONE;
            }
            proofs.put(part, new Proof(names.subList(1, names.size()), pieces[1], pieces[2]));
        }
        return new Evidence(proofs);
    }

    private static @Nullable Part part(String name) {
        for (Part part : Part.values()) {
            if (part.name().equals(name)) {
                return part;
            }
        }
        return null;
    }

    /** {@code ACTOR:salt:digest CHANGES/email/username:salt:digest}; nothing where there is none. */
    public String text() {
        return new TreeMap<>(proofs)
                .entrySet().stream()
                        .map(proof -> text(proof.getKey(), proof.getValue()))
                        .collect(Collectors.joining(BETWEEN));
    }

    private static String text(Part part, Proof proof) {
        List<String> names = new ArrayList<>(List.of(part.name()));
        names.addAll(proof.fields());
        return String.join(INSIDE, String.join(BEFORE_FIELD, names), proof.salt(), proof.digest());
    }

    @Nullable
    Proof of(Part part) {
        return proofs.get(part);
    }

    boolean isErased(Part part) {
        Proof proof = of(part);
        return proof != null && proof.isErased();
    }

    Evidence erase(Part part) {
        Map<Part, Proof> left = new EnumMap<>(proofs);
        left.computeIfPresent(part, (same, proof) -> proof.withoutSalt());
        return new Evidence(left);
    }

    boolean isErased() {
        return proofs.values().stream().anyMatch(Proof::isErased);
    }
}
