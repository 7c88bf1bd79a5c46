package dev.roster.application.port;

import dev.roster.domain.mail.MailId;
import dev.roster.domain.mail.OutboxMail;
import dev.roster.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The mails that wait to be sent. A sender claims a mail first. A claim is a lease: until it ends no other sender gets the
 * mail, and a mail whose sender crashed is due again afterwards.
 */
public interface Outbox {
    /**
     * How the outbox stands.
     *
     * @param waiting mails that are still to be sent, claimed ones among them
     * @param oldest when the first of those was written, or null
     * @param givenUp mails that will not be tried again
     * @param lastFailure why the last one that failed did, or null
     */
    record Backlog(
            long waiting,
            @Nullable Instant oldest,
            long givenUp,
            @Nullable String lastFailure) {}

    /** The mail is due at once. */
    void add(OutboxMail mail);

    /** Whether a claim would find one. */
    boolean hasDue(Instant now);

    /**
     * Takes the mail that has been due longest, which no other sender can take before {@code leaseEnd}, and counts the attempt;
     * empty if none is due.
     */
    Optional<OutboxMail> claim(Instant now, Instant leaseEnd);

    /** Takes the mail out. Nothing happens when it is gone. */
    void delivered(MailId id);

    /**
     * Lets the mail wait until it is tried again. Nothing happens when it is gone, or was claimed again since.
     *
     * @param reason short, without address or secret
     */
    void failed(OutboxMail claimed, Instant at, Instant nextAttemptAt, String reason);

    /**
     * Stops all attempts and deletes the letter, but not the record of it. Does nothing if the mail is gone, or was claimed
     * again in the meantime.
     */
    void giveUp(OutboxMail claimed, Instant at, String reason);

    /** Takes out what waits and what was given up. Returns how many. */
    int removeAllAbout(UserId about);

    /** Takes out what was given up before that time. Returns how many. */
    int removeGivenUp(Instant before);

    Backlog backlog();
}
