package dev.roster.application.port;

import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.domain.audit.AuditEvent;
import dev.roster.domain.audit.AuditRecord;
import dev.roster.domain.audit.Door;
import dev.roster.domain.user.UserId;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was done, in order. Events are written in the transaction of the change they describe, and never changed,
 * but for personal data that is erased from them.
 */
public interface AuditTrail {
    /**
     * Which events; a null condition does not filter.
     *
     * @param action the whole action, {@code user.create}, or all of a kind, {@code user.}
     * @param since at or after
     * @param until before
     */
    @RecordBuilder
    record Filter(
            @Nullable UserId actor,
            @Nullable String action,
            @Nullable UUID subject,
            @Nullable Door door,
            @Nullable Instant since,
            @Nullable Instant until)
            implements AuditTrailFilterBuilder.With {
        public static Filter all() {
            return AuditTrailFilterBuilder.builder().build();
        }
    }

    /**
     * How much was done on a day.
     *
     * @param day of UTC
     */
    record Day(LocalDate day, long events) {}

    /**
     * Assigns its number and signs it, with evidence that uses its own salts.
     *
     * @throws dev.roster.domain.RefusedException BUSY if the secret key of this process is no longer that of the store
     */
    void append(AuditEvent event);

    /** Newest first: {@link PageRequest#after()} is the number of the oldest event already seen, 0 for the first page. */
    Page<AuditEvent> list(Filter filter, PageRequest page);

    /** How many events there are on each day that has any, in order. It costs what lies between the filter's two times. */
    List<Day> perDay(Filter filter);

    /**
     * The events as they are kept, oldest first.
     *
     * @param after the number before the first one
     * @param upTo the highest number
     */
    List<AuditRecord> records(long after, long upTo, int most);

    /**
     * The highest number of an event such that no event with a lower number can still appear; empty if there is none, or if
     * that cannot be determined now. Running transactions may hold lower numbers than finished ones.
     */
    OptionalLong settled();

    /**
     * The events that a user did, that were done to them, or that name them, oldest first.
     *
     * @param after the number before the first one
     */
    List<AuditRecord> recordsOf(UserId user, long after, int most);

    /** Replaces the texts and the evidence of events, after a part of them was erased. */
    void erase(List<AuditRecord> left);

    /** Replaces the signatures of events, for another key. */
    void sign(List<AuditRecord> signed);

    /** Removes the events up to that number. Returns how many. */
    int removeUpTo(long number);
}
