package dev.roster.domain.audit;

import dev.roster.domain.audit.AuditFault.Kind;
import dev.roster.domain.audit.AuditReport.ClockStep;
import dev.roster.domain.audit.AuditReport.Found;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares a trail with its seals. It is given everything in order: the events of a batch by number, then the seal that
 * closes the batch, and finally the events that no seal covers. It stores little of what it is given.
 */
public final class AuditVerifier {
    private static final int MOST_FAULTS = 100;
    private static final int MOST_STEPS = 20;

    /** Nodes whose clocks differ, and work that took a while, are no reason to say anything. */
    private static final Duration STEP = Duration.ofMinutes(10);

    /** What is left of an event until its seal comes. */
    private record Entry(long number, String digest, boolean genuine) {}

    private final Signing signing;
    private final @Nullable SealMark expected;
    private final SeenSeals seen = new SeenSeals();
    private final Blanks blanks = new Blanks(MOST_FAULTS);
    private final Set<AuditFault> faults = new LinkedHashSet<>();
    private final List<ClockStep> steps = new ArrayList<>();
    private final List<Entry> batch = new ArrayList<>();
    private @Nullable AuditSeal newest;
    private @Nullable Found found;
    private @Nullable Instant latest;
    private boolean begun;
    private long events;
    private long seals;
    private long erased;
    private boolean more;

    /** @param expected a seal that must be there, unless it was pruned; or null */
    public AuditVerifier(Signing signing, @Nullable SealMark expected) {
        this.signing = signing;
        this.expected = expected;
    }

    public void event(AuditRecord record) {
        boolean genuine = record.isGenuine(signing);
        batch.add(new Entry(record.event().number(), AuditSeal.brief(record.digest()), genuine));
        if (genuine) {
            lookAtErasing(record);
            lookAtTime(record.event());
            seen.fault(record.after(), next()).ifPresent(this::fault);
        }
    }

    /** The number of the seal that what is told now belongs under. */
    private long next() {
        return newest == null ? 0 : newest.number() + 1;
    }

    private void lookAtErasing(AuditRecord record) {
        if (record.evidence().isErased()) {
            erased++;
            blanks.add(record, next());
        }
        if (record.isErasure()) {
            blanks.explain(record.event());
        }
    }

    private void lookAtTime(AuditEvent event) {
        Instant before = latest;
        latest = event.at();
        if (before != null && event.at().isBefore(before.minus(STEP)) && steps.size() < MOST_STEPS) {
            steps.add(new ClockStep(event.number(), Duration.between(event.at(), before)));
        }
    }

    public void seal(AuditSeal seal) {
        if (newest == null && seal.isAnchor(signing)) {
            begun = seal.kind() != AuditSeal.Kind.FOUND;
            batch.forEach(entry -> fault(Kind.ADDED, seal, entry.number()));
        } else {
            followsOn(seal);
            check(seal);
        }
        if (expected != null && expected.number() == seal.number() && !expected.isOf(seal)) {
            fault(AuditFault.ofSeal(Kind.CHANGED, seal.number()));
        }
        batch.clear();
        seen.add(seal);
        newest = seal;
    }

    /** Each missing seal has its batch missing with it; one fault tells of both. */
    private void followsOn(AuditSeal seal) {
        AuditSeal before = newest;
        long expectedNumber = before == null && seal.kind() == AuditSeal.Kind.FOUND ? 1 : next();
        for (long missing = expectedNumber; missing < seal.number() && !more; missing++) {
            fault(AuditFault.ofSeal(Kind.MISSING, missing));
        }
        if (before != null && seal.number() == before.number() + 1 && !seal.continues(before)) {
            fault(AuditFault.ofSeal(Kind.CHANGED, seal.number()));
        }
    }

    private void check(AuditSeal seal) {
        if (!seal.isGenuine(signing)) {
            fault(AuditFault.ofSeal(Kind.CHANGED, seal.number()));
        }
        switch (seal.kind()) {
            case FOUND -> batch.forEach(entry -> fault(Kind.ADDED, seal, entry.number()));
            case BEGINNING -> begin(seal);
            case BATCH -> checkBatch(seal);
        }
    }

    private void begin(AuditSeal seal) {
        if (begun) {
            fault(AuditFault.ofSeal(Kind.ADDED, seal.number()));
        }
        begun = true;
        found = seal.foundEvents();
        batch.forEach(entry -> fault(Kind.ADDED, seal, entry.number()));
    }

    private void checkBatch(AuditSeal seal) {
        if (!begun) {
            begun = true;
            fault(AuditFault.ofSeal(Kind.MISSING, 0));
        }
        seals++;
        Map<Long, String> listed = listed(seal);
        for (Entry entry : batch) {
            compare(seal, entry, listed.remove(entry.number()));
        }
        listed.keySet().forEach(number -> fault(Kind.MISSING, seal, number));
    }

    private void compare(AuditSeal seal, Entry entry, @Nullable String digest) {
        if (digest == null) {
            fault(Kind.ADDED, seal, entry.number());
        } else {
            events++;
            if (!entry.genuine() || !entry.digest().equals(digest)) {
                fault(Kind.CHANGED, seal, entry.number());
            }
        }
    }

    /** The digests in the seal's contents by the number of the event. */
    private static Map<Long, String> listed(AuditSeal seal) {
        Map<Long, String> listed = new LinkedHashMap<>();
        for (String entry : seal.contents().split(" ", -1)) {
            int end = Math.max(0, entry.indexOf(':'));
            String number = entry.substring(0, end);
            if (number.matches("\\d{1,18}")) {
                listed.put(Long.parseLong(number), entry.substring(end + 1));
            }
        }
        return listed;
    }

    private void fault(Kind kind, AuditSeal seal, long event) {
        fault(new AuditFault(kind, seal.number(), event));
    }

    private void fault(AuditFault fault) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(fault);
        } else {
            more |= !faults.contains(fault);
        }
    }

    /** Call this once, after everything was given. */
    public AuditReport report() {
        batch.stream()
                .filter(entry -> !entry.genuine())
                .forEach(entry -> fault(new AuditFault(Kind.UNSIGNED, null, entry.number())));
        blanks.unexplained(newest).forEach(this::fault);
        more |= blanks.hasMore();
        if (newest == null) {
            fault(AuditFault.ofSeal(Kind.MISSING, 0));
        }
        if (expected != null && expected.number() >= next()) {
            fault(AuditFault.ofSeal(Kind.MISSING, expected.number()));
        }
        return new AuditReport(
                events, seals, batch.size(), erased, newest, found, steps, new ArrayList<>(faults), more);
    }
}
