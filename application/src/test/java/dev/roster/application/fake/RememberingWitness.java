package dev.roster.application.fake;

import dev.roster.application.port.AuditWitness;
import dev.roster.domain.audit.AuditSeal;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A witness that can be asked later. */
public final class RememberingWitness implements AuditWitness {
    private final List<AuditSeal> seals = new CopyOnWriteArrayList<>();
    private final List<String> suspicions = new CopyOnWriteArrayList<>();

    @Override
    public void sealed(AuditSeal seal) {
        seals.add(seal);
    }

    @Override
    public void suspected(String what) {
        suspicions.add(what);
    }

    public void forget() {
        seals.clear();
        suspicions.clear();
    }

    /** In order. */
    public List<AuditSeal> seals() {
        return seals;
    }

    /** In order. */
    public List<String> suspicions() {
        return suspicions;
    }
}
