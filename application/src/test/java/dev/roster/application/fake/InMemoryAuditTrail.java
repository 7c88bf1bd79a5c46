package dev.roster.application.fake;

import dev.roster.application.port.AuditTrail;
import dev.roster.application.port.Page;
import dev.roster.application.port.PageRequest;
import dev.roster.domain.audit.AuditEvent;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The audit trail in memory. */
final class InMemoryAuditTrail implements AuditTrail {
    private final InMemoryStore store;

    InMemoryAuditTrail(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public void append(AuditEvent event) {
        store.change(tables -> tables.auditEvents.add(event.id(), event::withNumber));
    }

    @Override
    public Page<AuditEvent> list(Filter filter, PageRequest page) {
        List<AuditEvent> found = store.read(tables -> tables.auditEvents.stream()
                .filter(event -> page.after() == 0 || event.number() < page.after())
                .filter(event -> matches(filter, event))
                .sorted(Comparator.comparingLong(AuditEvent::number).reversed())
                .limit(page.limit() + 1L)
                .toList());
        return Page.of(found, page, AuditEvent::number);
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
