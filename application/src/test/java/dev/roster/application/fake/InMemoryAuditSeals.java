package dev.roster.application.fake;

import dev.roster.application.port.AuditSeals;
import dev.roster.domain.audit.AuditSeal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Seals in memory. */
final class InMemoryAuditSeals implements AuditSeals {
    private final InMemoryStore store;

    InMemoryAuditSeals(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Optional<AuditSeal> newest() {
        return store.read(tables -> tables.auditSeals.stream().max(Comparator.comparingLong(AuditSeal::number)));
    }

    @Override
    public boolean add(AuditSeal seal) {
        return store.write(tables -> {
            boolean taken = tables.auditSeals.has(seal.number());
            if (!taken) {
                tables.auditSeals.put(seal.number(), seal);
            }
            return !taken;
        });
    }

    @Override
    public List<AuditSeal> after(long number, int most) {
        return store.read(tables -> tables.auditSeals.stream()
                .filter(seal -> seal.number() > number)
                .sorted(Comparator.comparingLong(AuditSeal::number))
                .limit(most)
                .toList());
    }

    @Override
    public Optional<AuditSeal> newestBefore(Instant time) {
        return store.read(tables -> tables.auditSeals.stream()
                .filter(seal -> seal.at().isBefore(time))
                .max(Comparator.comparing(AuditSeal::at).thenComparing(AuditSeal::number)));
    }

    @Override
    public void sign(List<AuditSeal> signed) {
        store.change(tables -> signed.forEach(changed -> tables.auditSeals.change(changed.number(), seal -> changed)));
    }

    @Override
    public void anchor(AuditSeal anchor) {
        store.change(tables -> {
            tables.auditSeals.change(anchor.number(), seal -> anchor);
            tables.auditSeals.removeIf(seal -> seal.number() < anchor.number());
        });
    }
}
