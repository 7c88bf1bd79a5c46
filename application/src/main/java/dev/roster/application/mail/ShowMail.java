package dev.roster.application.mail;

import dev.roster.application.access.AccessGuard;
import dev.roster.application.access.Caller;
import dev.roster.application.port.MailCarrier;
import dev.roster.application.port.Outbox;
import dev.roster.application.port.Transactions;
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

    private final Transactions transactions;
    private final AccessGuard guard;
    private final Outbox outbox;
    private final MailCarrier carrier;

    @Inject
    ShowMail(Transactions transactions, AccessGuard guard, Outbox outbox, MailCarrier carrier) {
        this.transactions = transactions;
        this.guard = guard;
        this.outbox = outbox;
        this.carrier = carrier;
    }

    public Standing handle(Caller caller) {
        return transactions.reading(() -> {
            guard.require(caller, RosterPermission.INSTANCE_CONFIGURE, Target.instance());
            return new Standing(carrier.destination(), carrier.keepsFiles(), outbox.backlog());
        });
    }
}
