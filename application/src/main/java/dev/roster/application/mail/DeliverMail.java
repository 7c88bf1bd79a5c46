package dev.roster.application.mail;

import dev.roster.application.access.Caller;
import dev.roster.application.port.MailCarrier;
import dev.roster.application.port.MailUndeliveredException;
import dev.roster.application.port.Outbox;
import dev.roster.application.port.Sealer;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.access.Target;
import dev.roster.domain.mail.Letter;
import dev.roster.domain.mail.OutboxMail;
import dev.roster.domain.role.RosterPermission;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Carries the mails that are due, one after another, each outside of any transaction. Any number of nodes may do so at
 * the same time. What fails is tried again after longer and longer pauses, for about a day.
 */
public final class DeliverMail {
    /** The results for the mails that were due. */
    public record Report(int delivered, int failed, int givenUp) {
        private static final Report NOTHING = new Report(0, 0, 0);

        /** How many there were. */
        public int total() {
            return delivered + failed + givenUp;
        }

        private Report plus(Outcome outcome) {
            return switch (outcome) {
                case DELIVERED -> new Report(delivered + 1, failed, givenUp);
                case FAILED -> new Report(delivered, failed + 1, givenUp);
                case GIVEN_UP -> new Report(delivered, failed, givenUp + 1);
            };
        }
    }

    private enum Outcome {
        DELIVERED,
        FAILED,
        GIVEN_UP
    }

    /** Longer than a mail server can take for one mail, whatever it waits for. */
    private static final Duration LEASE = Duration.ofMinutes(10);

    /** After the first attempt, the second, and so on; then the last one again and again. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(4));

    /** With those pauses, 21 hours from the first to the last. */
    private static final int MOST_ATTEMPTS = 10;

    private static final Duration GIVEN_UP_KEPT = Duration.ofDays(30);

    private final UnitOfWork work;
    private final Outbox outbox;
    private final Sealer sealer;
    private final MailCarrier carrier;

    @Inject
    DeliverMail(UnitOfWork work, Outbox outbox, Sealer sealer, MailCarrier carrier) {
        this.work = work;
        this.outbox = outbox;
        this.sealer = sealer;
        this.carrier = carrier;
    }

    /**
     * Returns when no more mails are due.
     *
     * @param most how many mails to try before returning anyway
     */
    public Report handle(Caller caller, int most) {
        work.reading(() -> work.guard().require(caller, RosterPermission.INSTANCE_CONFIGURE, Target.instance()));
        Report report = Report.NOTHING;
        while (report.total() < most) {
            Optional<OutboxMail> due = claim();
            if (due.isEmpty()) {
                return report;
            }
            report = report.plus(attempt(due.get()));
        }
        return report;
    }

    /** Looks before it claims: with nothing to send nobody writes to the store. */
    private Optional<OutboxMail> claim() {
        Instant at = work.now();
        return outbox.hasDue(at) ? outbox.claim(at, at.plus(LEASE)) : Optional.empty();
    }

    private Outcome attempt(OutboxMail mail) {
        if (mail.attempts() > MOST_ATTEMPTS) {
            return giveUp(mail, "the process that was sending it stopped");
        }
        Optional<Letter> letter =
                sealer.open(Postbox.purpose(mail.id()), mail.sealed()).map(LetterText::read);
        if (letter.isEmpty()) {
            return giveUp(mail, "it was sealed with another secret key");
        }
        if (letter.flatMap(Letter::expires).filter(this::isOver).isPresent()) {
            return giveUp(mail, "its link expired before it could be sent");
        }
        return carry(mail, letter.get());
    }

    private boolean isOver(Instant end) {
        return !work.now().isBefore(end);
    }

    private Outcome carry(OutboxMail mail, Letter letter) {
        try {
            carrier.carry(mail.id(), letter);
        } catch (MailUndeliveredException failure) {
            return failure.isPermanent() || mail.attempts() == MOST_ATTEMPTS
                    ? giveUp(mail, failure.reason())
                    : postpone(mail, failure.reason());
        }
        outbox.delivered(mail.id());
        return Outcome.DELIVERED;
    }

    private Outcome postpone(OutboxMail mail, String reason) {
        Instant at = work.now();
        Duration pause = PAUSES.get(Math.min(mail.attempts(), PAUSES.size()) - 1);
        outbox.failed(mail, at, at.plus(pause), reason);
        return Outcome.FAILED;
    }

    private Outcome giveUp(OutboxMail mail, String reason) {
        Instant at = work.now();
        work.inTransaction(() -> {
            outbox.giveUp(mail, at, reason);
            outbox.removeGivenUp(at.minus(GIVEN_UP_KEPT));
        });
        return Outcome.GIVEN_UP;
    }
}
