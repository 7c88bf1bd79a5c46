package dev.roster.application.port;

import dev.roster.domain.mail.Letter;
import dev.roster.domain.mail.MailId;

/** Writes mails and sends them. */
public interface MailCarrier {
    /**
     * Returns once the mail is handed over: a mail server has accepted it, or it is a file.
     *
     * @param id the same for each attempt, so that duplicates can be recognized
     * @throws MailUndeliveredException if it could not be handed over
     */
    void carry(MailId id, Letter letter);

    /**
     * Tries everything but to send.
     *
     * @throws MailUndeliveredException when a mail could not be sent now
     */
    void check();

    /** Whether mails become files for the operator to forward, and are not sent. */
    boolean keepsFiles();

    /** Where mails go, for the operator: a server and its port, or a directory. */
    String destination();
}
