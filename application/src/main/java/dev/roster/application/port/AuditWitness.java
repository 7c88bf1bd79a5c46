package dev.roster.application.port;

import dev.roster.domain.audit.AuditSeal;

/** Records outside the store what happens to the audit trail, out of reach of anyone who can write the store. */
public interface AuditWitness {
    /** A seal was created, or was the newest when this process first looked. */
    void sealed(AuditSeal seal);

    /**
     * Something is there that no seal will cover.
     *
     * @param what in words, {@code event 17 is not as this installation wrote it}
     */
    void suspected(String what);
}
