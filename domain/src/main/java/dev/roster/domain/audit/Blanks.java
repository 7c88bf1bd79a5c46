package dev.roster.domain.audit;

import dev.roster.domain.audit.AuditFault.Kind;
import dev.roster.domain.user.UserId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Events with personal texts taken out, until the erasure that did so is told of. It comes later than they do. */
final class Blanks {
    private final int most;
    private final Map<UserId, List<AuditFault>> waiting = new LinkedHashMap<>();
    private final Map<UserId, Boolean> cut = new LinkedHashMap<>();

    /** @param most how many events of one user to name */
    Blanks(int most) {
        this.most = most;
    }

    /** @param seal the number of the seal that the event belongs under */
    void add(AuditRecord record, long seal) {
        AuditFault fault = new AuditFault(Kind.BLANKED, seal, record.event().number());
        for (UserId user : record.erased()) {
            List<AuditFault> of = waiting.computeIfAbsent(user, none -> new ArrayList<>());
            if (of.size() < most) {
                of.add(fault);
            } else {
                cut.put(user, true);
            }
        }
    }

    /** @param erasure a genuine event that says that the user it is about was erased */
    void explain(AuditEvent erasure) {
        UserId user = new UserId(erasure.subject());
        waiting.remove(user);
        cut.remove(user);
    }

    /** @param newest the last seal; what is in no batch of a seal has none */
    List<AuditFault> unexplained(@Nullable AuditSeal newest) {
        long last = newest == null ? -1 : newest.number();
        return waiting.values().stream()
                .flatMap(List::stream)
                .map(fault -> fault.seal() != null && fault.seal() > last
                        ? new AuditFault(fault.kind(), null, fault.event())
                        : fault)
                .distinct()
                .toList();
    }

    boolean hasMore() {
        return !cut.isEmpty();
    }
}
