package dev.roster.domain.audit;

import dev.roster.domain.audit.AuditReport.Found;
import dev.roster.domain.text.Worded;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A link of the chain that protects the trail. The chain starts with a beginning; each further link closes a batch of
 * events. Changing, removing, adding or moving a link breaks the chain from there on.
 *
 * @param number counts links without a gap
 * @param first the number of the batch's first event
 * @param last the number of the batch's last event
 * @param contents the number of each event of the batch and the beginning of its digest; in the range of a batch, what is
 *     not in its contents does not belong there
 * @param previous the digest of the link before, or nothing for the first
 * @param digest of all of that; does not depend on the key, so that it stays when the key is replaced
 * @param signature made with a key of this installation over the digest
 * @param anchor for the last link that was pruned: the signature that says so; else nothing
 */
public record AuditSeal(
        long number,
        Kind kind,
        long first,
        long last,
        String contents,
        String previous,
        Instant at,
        String digest,
        String signature,
        String anchor) {
    /** What a link stands for. */
    public enum Kind implements Worded {
        /** A seal from before events were signed, kept so that what was written down of it is still known. */
        FOUND,
        /** Where signed events begin. */
        BEGINNING,
        /** The events since the link before. */
        BATCH;

        /** @throws IllegalArgumentException for another word */
        public static Kind parse(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** The most events in one batch. */
    public static final int MOST = 500;

    private static final int SHOWN_OF_DIGEST = 16;
    private static final String FITTED = "fitted";
    private static final Pattern FOUND = Pattern.compile("events to (\\d{1,18}), (" + FITTED + "|changed)");

    /**
     * Where signed events begin, in a trail that has none yet.
     *
     * @param before the newest seal from before events were signed, as {@link #found} made it; or null
     * @param events what was there before events were signed; or null
     */
    public static AuditSeal beginning(@Nullable AuditSeal before, @Nullable Found events, Instant at, Signing signing) {
        String contents =
                events == null ? "" : "events to " + events.last() + ", " + (events.fitted() ? FITTED : "changed");
        long last = events == null ? 0 : events.last();
        return new AuditSeal(
                        before == null ? 0 : before.number + 1,
                        Kind.BEGINNING,
                        0,
                        last,
                        contents,
                        before == null ? "" : before.digest,
                        at,
                        "",
                        "",
                        "")
                .closed(signing);
    }

    /**
     * A seal from before events were signed, as it was found.
     *
     * @param mark what was written down of it, which was its signature
     * @param isFirst whether those before it are gone
     */
    public static AuditSeal found(long number, String mark, Instant at, boolean isFirst, Signing signing) {
        AuditSeal bare = new AuditSeal(number, Kind.FOUND, 0, 0, "", "", at, mark, "", "");
        AuditSeal signed = bare.signed(signing);
        return isFirst ? signed.asAnchor(signing) : signed;
    }

    /**
     * Seals the events that follow another link.
     *
     * @param batch genuine events after those of {@code before}, in order, at least one
     */
    public static AuditSeal over(AuditSeal before, List<AuditRecord> batch, Instant at, Signing signing) {
        return new AuditSeal(
                        before.number + 1,
                        Kind.BATCH,
                        batch.get(0).event().number(),
                        batch.get(batch.size() - 1).event().number(),
                        contents(batch),
                        before.digest,
                        at,
                        "",
                        "",
                        "")
                .closed(signing);
    }

    private static String contents(List<AuditRecord> batch) {
        return batch.stream()
                .map(record -> record.event().number() + ":" + brief(record.digest()))
                .collect(Collectors.joining(" "));
    }

    /** As much of a digest as {@link #contents} has. */
    static String brief(String digest) {
        return digest.substring(0, SHOWN_OF_DIGEST);
    }

    private AuditSeal closed(Signing signing) {
        return with(computed(), "", "").signed(signing);
    }

    private String computed() {
        return new Canonical()
                .add("seal of events")
                .add(number)
                .add(kind)
                .add(first)
                .add(last)
                .add(contents)
                .add(previous)
                .add(at)
                .digest();
    }

    private AuditSeal signed(Signing signing) {
        return with(digest, signing.sign(toSign()), anchor);
    }

    private byte[] toSign() {
        return new Canonical()
                .add("signed seal")
                .add(kind)
                .add(number)
                .add(at)
                .add(digest)
                .bytes();
    }

    /** Whether this installation made it so. Says nothing about its place in the chain. */
    public boolean isGenuine(Signing signing) {
        return (kind == Kind.FOUND || digest.equals(computed())) && signature.equals(signing.sign(toSign()));
    }

    /** Whether it is the direct successor of that one. */
    boolean continues(AuditSeal before) {
        return kind == Kind.FOUND ? before.kind == Kind.FOUND : previous.equals(before.digest);
    }

    /** The same under another key, for one that is genuine under the present one. */
    public AuditSeal signedAnew(Signing present, Signing next) {
        return isAnchor(present) ? signed(next).asAnchor(next) : signed(next);
    }

    /** This seal as the end of what was pruned, from which the chain goes on. */
    public AuditSeal asAnchor(Signing signing) {
        return with(digest, signature, signing.sign(anchorToSign()));
    }

    boolean isAnchor(Signing signing) {
        return !anchor.isEmpty() && anchor.equals(signing.sign(anchorToSign()));
    }

    private byte[] anchorToSign() {
        return new Canonical()
                .add("signed anchor")
                .add(kind)
                .add(number)
                .add(last)
                .add(digest)
                .bytes();
    }

    /** The number of the event after which the next batch starts. */
    public long end() {
        return kind == Kind.BATCH ? last : Long.MIN_VALUE;
    }

    /** What to keep elsewhere to prove later that this seal was there. */
    public SealMark mark() {
        return new SealMark(number, digest);
    }

    /** What a beginning says of events from before it; null where there were none. */
    @Nullable
    Found foundEvents() {
        Matcher words = FOUND.matcher(contents);
        return kind == Kind.BEGINNING && words.matches()
                ? new Found(Long.parseLong(words.group(1)), at, words.group(2).equals(FITTED))
                : null;
    }

    private AuditSeal with(String computed, String signed, String anchored) {
        return new AuditSeal(number, kind, first, last, contents, previous, at, computed, signed, anchored);
    }
}
