package dev.roster.application.mail;

import dev.roster.application.access.Caller;
import dev.roster.application.port.MailCarrier;
import dev.roster.application.port.MailUndeliveredException;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.UserText;
import dev.roster.domain.access.Target;
import dev.roster.domain.mail.Letter;
import dev.roster.domain.mail.MailId;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.EmailAddress;
import jakarta.inject.Inject;
import java.util.Map;

/** Sends a test mail. It does not go through the outbox: the caller waits for the answer. */
public final class SendTestMail {
    private final UnitOfWork work;
    private final MailCarrier carrier;

    @Inject
    SendTestMail(UnitOfWork work, MailCarrier carrier) {
        this.work = work;
        this.carrier = carrier;
    }

    /**
     * Returns where the mail went: a server, or a directory.
     *
     * @throws RefusedException CONFLICT with what went wrong, in the words of the mail server if it said any
     */
    public String handle(Caller caller, EmailAddress to) {
        work.inTransaction(() -> {
            work.guard().require(caller, RosterPermission.INSTANCE_CONFIGURE, Target.instance());
            work.journal()
                    .write(
                            caller,
                            "mail.test",
                            Target.instance(),
                            Changes.none().set("address", to));
        });
        try {
            carrier.carry(new MailId(work.nextId()), new Letter(to, Letter.Kind.TEST, Map.of()));
        } catch (MailUndeliveredException failure) {
            throw RefusedException.conflict("address", told(failure));
        }
        return carrier.destination();
    }

    private static String told(MailUndeliveredException failure) {
        return failure.answer()
                .map(answer -> failure.reason() + ", it said " + UserText.quote(answer))
                .orElse(failure.reason());
    }
}
