package dev.roster.application.port;

import dev.roster.domain.audit.AuditSeal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The seals that close the batches of the audit trail, in order of their numbers. A new store has its beginning. */
public interface AuditSeals {
    Optional<AuditSeal> newest();

    /** Returns false, and changes nothing, when there is one of that number already. */
    boolean add(AuditSeal seal);

    /** Those with higher numbers, lowest first. */
    List<AuditSeal> after(long number, int most);

    /** The newest one made before that time. */
    Optional<AuditSeal> newestBefore(Instant time);

    /** Replaces the signatures of seals, for another key. */
    void sign(List<AuditSeal> signed);

    /** Keeps a seal as the anchor that the chain goes on from, and removes those before it. */
    void anchor(AuditSeal anchor);
}
