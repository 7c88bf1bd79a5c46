package dev.roster.application.fake;

import dev.roster.application.given.Given;
import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.AuditTrail;
import dev.roster.domain.audit.AuditEvent;
import dev.roster.domain.audit.AuditRecord;
import dev.roster.domain.audit.AuditSeal;
import dev.roster.domain.user.UserId;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The audit trail in memory. */
final class InMemoryAuditTrail implements AuditTrail {
    private final InMemoryStore store;

    InMemoryAuditTrail(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public void append(AuditEvent event) {
        store.change(tables -> {
            String after = tables.auditSeals.stream()
                    .max(Comparator.comparingLong(AuditSeal::number))
                    .map(seal -> Given.brief(seal.mark()))
                    .orElse("");
            tables.auditEvents.add(
                    event.id(),
                    number -> AuditRecord.of(
                            event.withNumber(number),
                            after,
                            () -> event.id().toString(),
                            store.key().signing()));
        });
    }

    @Override
    public Page<AuditEvent> list(Filter filter, PageRequest page) {
        List<AuditEvent> found = store.read(tables -> tables.auditEvents.stream()
                .map(AuditRecord::event)
                .filter(event -> page.after() == 0 || event.number() < page.after())
                .filter(event -> matches(filter, event))
                .sorted(Comparator.comparingLong(AuditEvent::number).reversed())
                .limit(page.limit() + 1L)
                .toList());
        return Page.of(found, page, AuditEvent::number);
    }

    @Override
    public List<Day> perDay(Filter filter) {
        return store.read(tables -> tables.auditEvents.stream()
                .map(AuditRecord::event)
                .filter(event -> matches(filter, event))
                .collect(Collectors.groupingBy(
                        event -> LocalDate.ofInstant(event.at(), ZoneOffset.UTC), TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(day -> new Day(day.getKey(), day.getValue()))
                .toList());
    }

    @Override
    public List<AuditRecord> records(long after, long upTo, int most) {
        return store.read(tables -> tables.auditEvents.stream()
                .filter(record ->
                        record.event().number() > after && record.event().number() <= upTo)
                .sorted(Comparator.comparingLong(record -> record.event().number()))
                .limit(most)
                .toList());
    }

    /** One transaction writes at a time. */
    @Override
    public OptionalLong settled() {
        return store.read(tables -> tables.auditEvents.stream()
                .mapToLong(record -> record.event().number())
                .max());
    }

    @Override
    public List<AuditRecord> recordsOf(UserId user, long after, int most) {
        return records(after, Long.MAX_VALUE, Integer.MAX_VALUE).stream()
                .filter(record -> user.equals(record.event().actor())
                        || user.equals(record.event().person())
                        || user.value().equals(record.event().subject()))
                .limit(most)
                .toList();
    }

    @Override
    public void erase(List<AuditRecord> left) {
        replace(left);
    }

    @Override
    public void sign(List<AuditRecord> signed) {
        replace(signed);
    }

    private void replace(List<AuditRecord> records) {
        store.change(tables -> records.forEach(
                changed -> tables.auditEvents.change(changed.event().id(), record -> changed)));
    }

    @Override
    public int removeUpTo(long number) {
        return store.write(
                tables -> tables.auditEvents.removeIf(record -> record.event().number() <= number));
    }

    private static boolean matches(Filter filter, AuditEvent event) {
        return (filter.actor() == null || filter.actor().equals(event.actor()))
                && (filter.action() == null || hasAction(filter.action(), event.action()))
                && (filter.subject() == null || filter.subject().equals(event.subject()))
                && isWanted(filter.door(), event.door())
                && (filter.since() == null || !event.at().isBefore(filter.since()))
                && (filter.until() == null || event.at().isBefore(filter.until()));
    }

    private static boolean hasAction(String wanted, String action) {
        return wanted.endsWith(".") ? action.startsWith(wanted) : action.equals(wanted);
    }

    private static <T> boolean isWanted(@Nullable T wanted, T actual) {
        return wanted == null || wanted.equals(actual);
    }
}
