package dev.roster.bootstrap;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.mail.DeliverMail;
import dev.roster.domain.RefusedException;
import dev.roster.domain.audit.Door;
import jakarta.inject.Inject;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every other second for mails that are due, as long as the server runs. It has a thread of its own, apart from
 * {@link Workers}: a mail server may take its time.
 */
final class MailRounds {
    private static final Logger LOG = LoggerFactory.getLogger(MailRounds.class);
    private static final long PAUSE_SECONDS = 2;
    private static final int MOST_BEFORE_LOOKING_UP = 10;

    /** Longer than a mail server that answers at all needs to take a mail. */
    private static final long PATIENCE_SECONDS = 20;

    private final DeliverMail deliverMail;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "roster-mail");
    private boolean failing;

    @Inject
    MailRounds(DeliverMail deliverMail) {
        this.deliverMail = deliverMail;
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Lets the mail that is on its way arrive first. */
    void stop() {
        stopping.countDown();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            do {
                round();
            } while (!stopping.await(PAUSE_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever fails may work in the next round; it is told once, not every other second. */
    private void round() {
        try {
            deliver();
            failing = false;
        } catch (RuntimeException failure) {
            if (!failing) {
                tell(failure);
            }
            failing = true;
        }
    }

    /** A store that is away is no defect, and needs no more than a line. */
    private static void tell(RuntimeException failure) {
        if (failure instanceof RefusedException refused) {
            LOG.warn("mails cannot be looked for, trying again: {}", refused.reason());
        } else {
            LOG.warn("mails cannot be looked for, trying again", failure);
        }
    }

    private void deliver() {
        DeliverMail.Report report;
        do {
            report = deliverMail.handle(Caller.roster(Origin.of(Door.SYSTEM)), MOST_BEFORE_LOOKING_UP);
            tell(report);
        } while (report.total() == MOST_BEFORE_LOOKING_UP && stopping.getCount() > 0);
    }

    private static void tell(DeliverMail.Report report) {
        if (report.failed() + report.givenUp() > 0) {
            LOG.warn(
                    "{} mails could not be sent and wait, {} were given up, see `roster mail status`",
                    report.failed(),
                    report.givenUp());
        } else if (report.total() > 0) {
            LOG.info("mails sent: {}", report.delivered());
        }
    }
}
