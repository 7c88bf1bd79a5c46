package dev.roster.application.audit;

import dev.roster.application.access.Caller;
import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.AuditTrail;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.access.Target;
import dev.roster.domain.audit.AuditEvent;
import dev.roster.domain.role.RosterPermission;
import jakarta.inject.Inject;

/** Lists audit events, newest first. */
public final class ListAuditEvents {
    private final UnitOfWork work;
    private final AuditTrail trail;

    @Inject
    ListAuditEvents(UnitOfWork work, AuditTrail trail) {
        this.work = work;
        this.trail = trail;
    }

    public Page<AuditEvent> handle(Caller caller, AuditTrail.Filter filter, PageRequest page) {
        return work.reading(() -> {
            work.guard().require(caller, RosterPermission.AUDIT_READ, Target.instance());
            return trail.list(filter, page);
        });
    }
}
