package dev.roster.domain.audit;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Closes a batch of events: whoever changes, removes, adds or moves one of them, or a seal, breaks the chain from there on.
 *
 * @param number counts seals from 1 without a gap
 * @param first the number of the batch's first event
 * @param last the number of the batch's last event; the batch holds all events after the seal before, up to this one
 * @param contents the number and the beginning of the digest of each event, to tell later which one it was
 * @param previous the signature of the seal before, or nothing for the first
 * @param signature made with a key of this installation over all of it and the whole digests of the events
 * @param anchor for the last seal that was pruned: the signature that says so; else nothing
 */
public record AuditSeal(
        long number,
        long first,
        long last,
        String contents,
        String previous,
        Instant at,
        String signature,
        String anchor) {
    /** The most events in one batch. */
    public static final int MOST = 500;

    private static final int SHOWN_OF_DIGEST = 16;

    /** Where the chain begins. */
    static final AuditSeal BEGINNING = new AuditSeal(0, Long.MIN_VALUE, Long.MIN_VALUE, "", "", Instant.EPOCH, "", "");

    /**
     * Seals the events that follow another seal.
     *
     * @param before null for the first seal of all
     * @param batch all events after those of {@code before}, in order, at least one
     */
    public static AuditSeal over(@Nullable AuditSeal before, List<AuditRecord> batch, Instant at, Signing signing) {
        AuditSeal follows = before == null ? BEGINNING : before;
        AuditSeal bare = new AuditSeal(
                follows.number + 1,
                batch.get(0).event().number(),
                batch.get(batch.size() - 1).event().number(),
                contents(batch),
                follows.signature,
                at,
                "",
                "");
        return bare.signed(
                signing.sign(bare.toSign(batch.stream().map(AuditRecord::digest).toList())), "");
    }

    private static String contents(List<AuditRecord> batch) {
        return batch.stream()
                .map(record -> entry(record.event().number(), record.digest()))
                .collect(Collectors.joining(" "));
    }

    /** How {@link #contents} names an event. */
    static String entry(long number, String digest) {
        return number + ":" + digest.substring(0, SHOWN_OF_DIGEST);
    }

    /** What {@link #signature} is made over. */
    byte[] toSign(List<String> digests) {
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

    /** This seal as the end of what was pruned, from which the chain goes on. */
    public AuditSeal asAnchor(Signing signing) {
        return signed(signature, signing.sign(anchorToSign()));
    }

    /** What to keep elsewhere to prove later that this seal was there. */
    public SealMark mark() {
        return new SealMark(number, signature);
    }

    boolean isAnchor(Signing signing) {
        return !anchor.isEmpty() && anchor.equals(signing.sign(anchorToSign()));
    }

    private byte[] anchorToSign() {
        return new Canonical()
                .add("anchor")
                .add(number)
                .add(last)
                .add(signature)
                .bytes();
    }

    private AuditSeal signed(String with, String anchored) {
        return new AuditSeal(number, first, last, contents, previous, at, with, anchored);
    }
}
