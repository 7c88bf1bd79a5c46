package dev.roster.domain.audit;

import dev.roster.domain.audit.AuditFault.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds a trail against its seals. It is told everything in order: the events of a batch by number, then the seal that
 * closes it, and in the end what no seal covers.
 */
public final class AuditVerifier {
    private static final int MOST_FAULTS = 100;

    private final Signing signing;
    private final @Nullable SealMark expected;
    private final List<AuditFault> faults = new ArrayList<>();
    private final List<AuditRecord> batch = new ArrayList<>();
    private AuditSeal before = AuditSeal.BEGINNING;
    private @Nullable AuditSeal newest;
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
        batch.add(record);
    }

    public void seal(AuditSeal seal) {
        if (newest == null && seal.isAnchor(signing)) {
            batch.forEach(record -> fault(Kind.ADDED, seal, record));
        } else {
            followsOn(seal);
            check(seal);
            events += batch.size();
            seals++;
        }
        erased +=
                batch.stream().filter(record -> record.evidence().erased() > 0).count();
        if (expected != null && expected.number() == seal.number() && !expected.isOf(seal)) {
            fault(AuditFault.ofSeal(Kind.CHANGED, seal.number()));
        }
        batch.clear();
        before = seal;
        newest = seal;
    }

    /** Each missing seal has its batch missing with it; one fault tells of both. */
    private void followsOn(AuditSeal seal) {
        for (long missing = before.number() + 1; missing < seal.number() && !more; missing++) {
            fault(AuditFault.ofSeal(Kind.MISSING, missing));
        }
        if (seal.number() == before.number() + 1 && !seal.previous().equals(before.signature())) {
            fault(AuditFault.ofSeal(Kind.CHANGED, seal.number()));
        }
    }

    private void check(AuditSeal seal) {
        int known = faults.size();
        List<String> digests = new ArrayList<>();
        Map<Long, String> listed = listed(seal);
        for (AuditRecord record : batch) {
            String digest = record.digest();
            digests.add(digest);
            compare(seal, record, digest, listed.remove(record.event().number()));
        }
        listed.keySet().forEach(number -> fault(new AuditFault(Kind.MISSING, seal.number(), number)));
        boolean explained = faults.size() > known || more;
        if (!explained && !seal.signature().equals(signing.sign(seal.toSign(digests)))) {
            fault(AuditFault.ofSeal(Kind.CHANGED, seal.number()));
        }
    }

    private void compare(AuditSeal seal, AuditRecord record, String digest, @Nullable String expected) {
        if (expected == null) {
            fault(Kind.ADDED, seal, record);
        } else if (!AuditSeal.entry(record.event().number(), digest).equals(expected) || !record.isSupported()) {
            fault(Kind.CHANGED, seal, record);
        }
    }

    /** The entries of the seal's contents by the number of the event. */
    private static Map<Long, String> listed(AuditSeal seal) {
        Map<Long, String> listed = new LinkedHashMap<>();
        for (String entry : seal.contents().split(" ", -1)) {
            String number = entry.substring(0, Math.max(0, entry.indexOf(':')));
            if (number.matches("\\d{1,18}")) {
                listed.put(Long.parseLong(number), entry);
            }
        }
        return listed;
    }

    private void fault(Kind kind, AuditSeal seal, AuditRecord record) {
        fault(new AuditFault(kind, seal.number(), record.event().number()));
    }

    private void fault(AuditFault fault) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(fault);
        } else {
            more = true;
        }
    }

    /** To be called once, after everything was told. */
    public AuditReport report() {
        if (expected != null && expected.number() > before.number()) {
            fault(AuditFault.ofSeal(Kind.MISSING, expected.number()));
        }
        return new AuditReport(events, seals, batch.size(), erased, newest, faults, more);
    }
}
