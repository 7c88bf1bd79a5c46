package dev.roster.cli.terminal;

import dev.roster.application.mail.DeliverMail;
import dev.roster.application.mail.DeliverMail.Report;
import dev.roster.application.mail.ShowMail;
import dev.roster.application.port.Outbox;
import dev.roster.application.work.Lookups;
import jakarta.inject.Inject;
import jakarta.inject.Provider;

/** Sends what a command left in the outbox, so that no server needs to run for it, and reports the result. */
public final class Mailing {
    private static final int AT_ONCE = 100;

    private final Operator operator;
    private final Lookups lookups;
    private final Output output;
    private final Provider<DeliverMail> deliverMail;
    private final Provider<ShowMail> showMail;

    @Inject
    Mailing(
            Operator operator,
            Lookups lookups,
            Output output,
            Provider<DeliverMail> deliverMail,
            Provider<ShowMail> showMail) {
        this.operator = operator;
        this.lookups = lookups;
        this.output = output;
        this.deliverMail = deliverMail;
        this.showMail = showMail;
    }

    /** To be called after the use case that posted a letter; a running server may have been faster, which is as well. */
    public void afterwards() {
        lookups.forget();
        deliverAll();
    }

    public void deliver() {
        if (deliverAll() == 0) {
            output.say("no mails are due");
        }
    }

    /** Returns how many were tried. */
    private long deliverAll() {
        long delivered = 0;
        long undelivered = 0;
        Report report;
        do {
            report = deliverMail.get().handle(operator.caller(), AT_ONCE);
            delivered += report.delivered();
            undelivered += report.failed() + report.givenUp();
        } while (report.total() == AT_ONCE);
        tell(delivered, undelivered);
        return delivered + undelivered;
    }

    private void tell(long delivered, long undelivered) {
        ShowMail.Standing standing = showMail.get().handle(operator.caller());
        if (delivered > 0) {
            output.say((standing.keepsFiles() ? "wrote " : "gave ")
                    + mails(delivered)
                    + (standing.keepsFiles() ? " into " : " to ")
                    + standing.destination());
        }
        if (undelivered > 0) {
            Outbox.Backlog backlog = standing.backlog();
            output.say("could not send " + mails(undelivered) + ": " + backlog.lastFailure()
                    + "; a running server retries mails that it has not given up, see `roster mail status`");
        }
    }

    private static String mails(long count) {
        return count == 1 ? "1 mail" : count + " mails";
    }
}
