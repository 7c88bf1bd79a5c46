package dev.roster.persistence.sql;

import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.AuditTrail;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * How a page of the audit trail is found: by the one index that the filter leaves the fewest events of, and between the numbers
 * that its times lie between. The other conditions are asked of each row in words that no index answers, so that neither
 * engine takes another index.
 */
final class AuditSelection {
    private static final int FEW = 1_000;

    private static final String SUBJECT = "subject_id";
    private static final String ACTOR = "actor_id";
    private static final String KIND = "action_kind";
    private static final String ACTION = "action";
    private static final String DOOR = "door";

    /** What there is an index of, each with the number behind it; what likely leaves fewer events comes first. */
    private static final List<Set<String>> INDEXES =
            List.of(Set.of(SUBJECT), Set.of(ACTOR, KIND), Set.of(ACTOR), Set.of(ACTION), Set.of(KIND), Set.of(DOOR));

    /**
     * The first event at or after a time. Clocks may be set back, so a later event may have an earlier time: blocks of numbers
     * are passed over as a whole where an index shows that their latest event is too early.
     */
    private static final String FIRST_SINCE = """
            WITH RECURSIVE blocks (block) AS (
                SELECT min(audit_events.number) / 4096 FROM audit_events WHERE audit_events.number > 0
                UNION ALL
                SELECT (
                    SELECT min(audit_events.number) / 4096
                    FROM audit_events
                    WHERE audit_events.number >= (blocks.block + 1) * 4096)
                FROM blocks
                WHERE (SELECT max(audit_events.at) FROM audit_events WHERE audit_events.number / 4096 = blocks.block)
                    < :since)
            SELECT min(audit_events.number)
            FROM audit_events
            WHERE audit_events.number / 4096 = (SELECT max(block) FROM blocks) AND audit_events.at >= :since
            """;

    private static final String LAST_UNTIL = """
            WITH RECURSIVE blocks (block) AS (
                SELECT max(audit_events.number) / 4096 FROM audit_events WHERE audit_events.number < :before
                UNION ALL
                SELECT (
                    SELECT max(audit_events.number) / 4096
                    FROM audit_events
                    WHERE audit_events.number < blocks.block * 4096)
                FROM blocks
                WHERE (SELECT min(audit_events.at) FROM audit_events WHERE audit_events.number / 4096 = blocks.block)
                    >= :until)
            SELECT max(audit_events.number)
            FROM audit_events
            WHERE audit_events.number / 4096 = (SELECT min(block) FROM blocks) AND audit_events.at < :until
            """;

    private final AuditTrail.Filter filter;
    private final Map<String, Object> asked = new LinkedHashMap<>();

    AuditSelection(AuditTrail.Filter filter) {
        this.filter = filter;
        ask(SUBJECT, filter.subject());
        ask(ACTOR, filter.actor());
        ask(DOOR, filter.door() == null ? null : filter.door().word());
        String action = filter.action();
        if (action != null) {
            ask(KIND, AuditRows.kind(action));
            ask(ACTION, action.endsWith(".") ? null : action);
        }
    }

    private void ask(String column, @Nullable Object value) {
        if (value != null) {
            asked.put(column, value);
        }
    }

    /** What finds a page, in a transaction that reads it. */
    Conditions page(Handle handle, PageRequest page) {
        Conditions bounds = between(handle, page.after() == 0 ? Long.MAX_VALUE : page.after());
        return by(index(handle, bounds), bounds)
                .andIfSet("at + 0 >= :since", "since", filter.since())
                .andIfSet("at + 0 < :until", "until", filter.until());
    }

    private Conditions between(Handle handle, long before) {
        Conditions bounds = new Conditions();
        if (filter.since() != null) {
            Conditions since = new Conditions().bind("since", filter.since());
            bounds.and(
                    "number >= :first",
                    "first",
                    number(handle, FIRST_SINCE, since).orElse(Long.MAX_VALUE));
        }
        if (filter.until() == null) {
            return bounds.and("number < :before", "before", before);
        }
        Conditions until = new Conditions().bind("until", filter.until()).bind("before", before);
        long last = number(handle, LAST_UNTIL, until).orElse(-1L);
        return bounds.and("number < :before", "before", Math.min(last + 1, before));
    }

    private static Optional<Long> number(Handle handle, String sql, Conditions bound) {
        return bound.bindTo(handle.createQuery(sql)).mapTo(Long.class).findOne();
    }

    /** The first with few events; if there is none, the first that fits. */
    private Set<String> index(Handle handle, Conditions bounds) {
        List<Set<String>> all =
                INDEXES.stream().filter(asked.keySet()::containsAll).toList();
        List<Set<String>> fitting = all.stream()
                .filter(index -> all.stream().noneMatch(more -> more.size() > index.size() && more.containsAll(index)))
                .toList();
        return fitting.stream()
                .filter(index -> fitting.size() > 1 && isFew(handle, index, bounds))
                .findFirst()
                .or(() -> fitting.stream().findFirst())
                .orElse(Set.of());
    }

    private boolean isFew(Handle handle, Set<String> index, Conditions bounds) {
        Conditions found = new Conditions().and(bounds);
        index.forEach(column -> found.and(column + " = :" + column, column, Objects.requireNonNull(asked.get(column))));
        String sql = "SELECT count(*) FROM (SELECT number FROM audit_events" + found.where() + " LIMIT " + (FEW + 1)
                + ") AS part";
        return number(handle, sql, found).orElse(0L) <= FEW;
    }

    private Conditions by(Set<String> index, Conditions bounds) {
        Conditions conditions = new Conditions().and(bounds);
        asked.forEach((column, value) ->
                conditions.and(column + (index.contains(column) ? "" : " || ''") + " = :" + column, column, value));
        return conditions;
    }
}
