package dev.roster.application.audit;

import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.AuditTrail;
import dev.roster.application.work.Changes;
import dev.roster.domain.audit.AuditRecord;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Removes the names and addresses that identify a user from the audit trail. Finds them by id and never by name, which
 * another user may have or get. Ids, roles, status and places stay, and the trail can be verified as before.
 */
public final class AuditEraser {
    private final AuditTrail trail;

    @Inject
    AuditEraser(AuditTrail trail) {
        this.trail = trail;
    }

    /**
     * In the transaction of the caller, who writes an event of the action {@code user.erase} about that user after it:
     * without one the trail does not verify.
     *
     * @return what that event is to say
     */
    public Changes erase(UserId user) {
        long events = 0;
        Set<String> texts = new TreeSet<>();
        List<AuditRecord> records = trail.recordsOf(user, Long.MIN_VALUE, PageRequest.MOST);
        while (!records.isEmpty()) {
            records.forEach(record -> texts.addAll(record.textsOf(user)));
            events += erase(user, records);
            long last = records.get(records.size() - 1).event().number();
            records = trail.recordsOf(user, last, PageRequest.MOST);
        }
        return Changes.none().set("events", events).set("texts", texts.isEmpty() ? null : String.join(", ", texts));
    }

    private int erase(UserId user, List<AuditRecord> records) {
        List<AuditRecord> left = records.stream()
                .filter(record -> !record.textsOf(user).isEmpty())
                .map(record -> record.erase(user))
                .toList();
        trail.erase(left);
        return left.size();
    }
}
