package dev.roster.bootstrap;

import dev.roster.application.port.AuditWitness;
import dev.roster.domain.audit.AuditSeal;
import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes each seal of the audit trail to the log, whose lines are kept where nobody can write who writes the store. */
final class SealLog implements AuditWitness {
    private static final Logger LOG = LoggerFactory.getLogger(SealLog.class);

    @Inject
    SealLog() {}

    @Override
    public void sealed(AuditSeal seal) {
        LOG.info("audit seal={} events={}..{}", seal.mark(), seal.first(), seal.last());
    }

    @Override
    public void suspected(String what) {
        LOG.error("{}, see `roster audit verify`", what);
    }
}
