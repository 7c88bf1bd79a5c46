package dev.roster.application.audit;

import dev.roster.application.port.AuditTrail;
import dev.roster.application.port.PageRequest;
import dev.roster.domain.audit.AuditRecord;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Takes what tells who a user was out of the audit trail: their names and addresses, and what was told about them. The
 * ids stay, and the trail can be verified as before.
 */
public final class AuditEraser {
    private final AuditTrail trail;

    @Inject
    AuditEraser(AuditTrail trail) {
        this.trail = trail;
    }

    /** In the transaction of the caller. Looks at the whole trail, for whoever was named in events about other things. */
    public void erase(UserId user) {
        erase(user, Set.of());
    }

    /** @param known names of the user that the trail may not tell by itself, as of one who was imported */
    public void erase(UserId user, Set<String> known) {
        Set<String> names = new HashSet<>(known);
        read(record -> record.collectNames(user, names));
        read(record -> {
            AuditRecord left = record.erase(user, names);
            if (!left.equals(record)) {
                trail.erase(left);
            }
        });
    }

    private void read(Consumer<AuditRecord> reader) {
        long after = Long.MIN_VALUE;
        List<AuditRecord> records = trail.records(after, Long.MAX_VALUE, PageRequest.MOST);
        while (!records.isEmpty()) {
            records.forEach(reader);
            after = records.get(records.size() - 1).event().number();
            records = trail.records(after, Long.MAX_VALUE, PageRequest.MOST);
        }
    }
}
