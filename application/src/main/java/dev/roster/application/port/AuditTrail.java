package dev.roster.application.port;

import dev.roster.domain.audit.AuditEvent;
import dev.roster.domain.audit.Door;
import dev.roster.domain.user.UserId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was done, in order. Events are written in the transaction of the change they tell of, and never changed. */
public interface AuditTrail {
    /**
     * Which events; a null condition does not narrow.
     *
     * @param action the whole action, {@code user.create}, or all of a kind, {@code user.}
     * @param since at or after
     * @param until before
     */
    record Filter(
            @Nullable UserId actor,
            @Nullable String action,
            @Nullable UUID subject,
            @Nullable Door door,
            @Nullable Instant since,
            @Nullable Instant until) {
        public static Filter all() {
            return new Filter(null, null, null, null, null, null);
        }

        public static Filter about(UUID subject) {
            return new Filter(null, null, subject, null, null, null);
        }
    }

    void append(AuditEvent event);

    /** Newest first: {@link PageRequest#after()} is the number of the oldest event already seen, 0 for the first page. */
    Page<AuditEvent> list(Filter filter, PageRequest page);
}
