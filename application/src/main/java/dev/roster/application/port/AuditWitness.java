package dev.roster.application.port;

import dev.roster.domain.audit.AuditSeal;

/** Is told what happens to the audit trail, outside of the store, so that whoever can write the store cannot change it. */
public interface AuditWitness {
    /** A seal was made, or was the newest when this process first looked. */
    void sealed(AuditSeal seal);

    /**
     * Something is there that no seal will cover.
     *
     * @param what in words, {@code event 17 is not as this installation wrote it}
     */
    void suspected(String what);
}
