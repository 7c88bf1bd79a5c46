package dev.roster.application.mail;

import dev.roster.application.access.Caller;
import dev.roster.application.port.MailCarrier;
import dev.roster.application.port.Outbox;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.RosterPermission;
import jakarta.inject.Inject;

/** Where mails go, and which have not gone there yet. */
public final class ShowMail {
    /**
     * How mail stands.
     *
     * @param destination a server and its port, or a directory
     * @param keepsFiles whether mails become files there
     */
    public record Standing(String destination, boolean keepsFiles, Outbox.Backlog backlog) {}

    private final UnitOfWork work;
    private final Outbox outbox;
    private final MailCarrier carrier;

    @Inject
    ShowMail(UnitOfWork work, Outbox outbox, MailCarrier carrier) {
        this.work = work;
        this.outbox = outbox;
        this.carrier = carrier;
    }

    public Standing handle(Caller caller) {
        return work.reading(() -> {
            work.guard().require(caller, RosterPermission.INSTANCE_CONFIGURE, Target.instance());
            return new Standing(carrier.destination(), carrier.keepsFiles(), outbox.backlog());
        });
    }
}
