package dev.roster.domain.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What proves later that the personal texts of an event are those that were written, without holding them back from being
 * erased: for each part the digest of a random salt and the text. The chain covers the digests. Erasing a text takes its
 * salt along, after which nobody can find out from the digest what the text was; the digest stays.
 *
 * @param proofs one for each {@link Part}, each in its place; empty for an event from before there was any evidence
 */
public record Evidence(List<Proof> proofs) {
    /** A salted digest. The salt is empty when the text was erased. */
    public record Proof(String salt, String digest) {
        boolean isErased() {
            return salt.isEmpty();
        }
    }

    /** What can be erased on its own. */
    enum Part {
        ACTOR(0),
        SUBJECT(1),
        CHANGES(2);

        private final int place;

        Part(int place) {
            this.place = place;
        }
    }

    public static final Evidence NONE = new Evidence(List.of());

    private static final String BETWEEN = " ";
    private static final String AFTER_SALT = ":";

    public Evidence {
        proofs = List.copyOf(proofs);
        if (!proofs.isEmpty() && proofs.size() != Part.values().length) {
            throw new IllegalArgumentException("evidence of " + proofs.size() + " parts");
        }
    }

    /** @param salts gives 128 random bits or more each time */
    public static Evidence of(AuditEvent event, Supplier<String> salts) {
        List<Proof> proofs = new ArrayList<>();
        for (Part part : Part.values()) {
            String salt = salts.get();
            proofs.add(new Proof(salt, PersonalText.digest(event, part, salt)));
        }
        return new Evidence(proofs);
    }

    /** Reads what {@link #text} wrote. What cannot be read proves nothing. */
    public static Evidence parse(String text) {
        List<Proof> proofs = new ArrayList<>();
        for (String proof : text.split(BETWEEN, -1)) {
            int end = proof.indexOf(AFTER_SALT);
            if (end < 0) {
                return NONE;
            }
            proofs.add(new Proof(proof.substring(0, end), proof.substring(end + 1)));
        }
        return proofs.size() == Part.values().length ? new Evidence(proofs) : NONE;
    }

    public String text() {
        return String.join(
                BETWEEN,
                proofs.stream()
                        .map(proof -> proof.salt() + AFTER_SALT + proof.digest())
                        .toList());
    }

    boolean isNone() {
        return proofs.isEmpty();
    }

    Proof of(Part part) {
        return proofs.get(part.place);
    }

    Evidence erase(Part part) {
        if (isNone()) {
            return this;
        }
        List<Proof> left = new ArrayList<>(proofs);
        left.set(part.place, new Proof("", of(part).digest()));
        return new Evidence(left);
    }

    long erased() {
        return proofs.stream().filter(Proof::isErased).count();
    }
}
