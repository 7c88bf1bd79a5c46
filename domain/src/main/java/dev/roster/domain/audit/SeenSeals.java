package dev.roster.domain.audit;

import dev.roster.domain.audit.AuditFault.Kind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The seals that were told of last. Each event names the newest seal there was when it was written, so that a seal that is
 * gone, or another one in its place, shows as long as any event is left that was written after it.
 */
final class SeenSeals {
    /** An event names a seal older than that only when its transaction took hours. */
    private static final int KEPT = 1_000;

    private final Map<Long, String> digests = new LinkedHashMap<>();

    void add(AuditSeal seal) {
        digests.put(seal.number(), seal.digest());
        if (digests.size() > KEPT) {
            digests.remove(digests.keySet().iterator().next());
        }
    }

    /**
     * What is wrong with the seal that a genuine event names.
     *
     * @param after as the event has it; empty when it names none
     * @param next the number of the seal that the event belongs under
     */
    Optional<AuditFault> fault(String after, long next) {
        if (after.isEmpty()) {
            return Optional.empty();
        }
        SealMark named = SealMark.parse(after);
        if (named.number() >= next) {
            return Optional.of(AuditFault.ofSeal(Kind.MISSING, named.number()));
        }
        String digest = digests.get(named.number());
        return digest == null || digest.startsWith(named.digest())
                ? Optional.empty()
                : Optional.of(AuditFault.ofSeal(Kind.CHANGED, named.number()));
    }
}
