package dev.roster.application.work;

import dev.roster.application.Now;
import dev.roster.application.access.Caller;
import dev.roster.application.port.AuditTrail;
import dev.roster.application.port.Ids;
import dev.roster.domain.access.Target;
import dev.roster.domain.audit.AuditEvent;
import dev.roster.domain.audit.AuditEventId;
import dev.roster.domain.user.User;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes what a use case did, in that use case's own transaction. */
public final class Journal {
    private final AuditTrail trail;
    private final Ids ids;
    private final Now now;

    @Inject
    public Journal(AuditTrail trail, Ids ids, Now now) {
        this.trail = trail;
        this.ids = ids;
        this.now = now;
    }

    public void write(Caller caller, String action, Target subject) {
        write(caller, action, subject, Changes.none());
    }

    /** @param action {@code user.create}: what it was done to, and what was done */
    public void write(Caller caller, String action, Target subject, Changes changes) {
        User user = caller.user();
        trail.append(new AuditEvent(
                new AuditEventId(ids.next()),
                0,
                now.get(),
                user == null ? null : user.id(),
                caller.name(),
                caller.origin().door(),
                caller.origin().address(),
                action,
                subject.kind().word(),
                subject.id(),
                subject.label(),
                place(subject),
                changes.person(),
                changes.asMap()));
    }

    private static @Nullable UUID place(Target subject) {
        if (subject.workspace() != null) {
            return subject.workspace().value();
        }
        return subject.organization() == null ? null : subject.organization().value();
    }
}
