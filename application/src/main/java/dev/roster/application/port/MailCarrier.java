package dev.roster.application.port;

import dev.roster.domain.mail.Letter;
import dev.roster.domain.mail.MailId;

/** Puts letters into words and carries them to people. */
public interface MailCarrier {
    /**
     * Returns when somebody else answers for the mail: a mail server has taken it, or it is a file.
     *
     * @param id the same for each attempt, so that whoever gets it twice can tell
     * @throws MailUndeliveredException when nobody does
     */
    void carry(MailId id, Letter letter);

    /**
     * Tries everything but to send.
     *
     * @throws MailUndeliveredException when a mail could not be sent now
     */
    void check();

    /** Whether mails become files for the operator to hand on, and reach nobody by themselves. */
    boolean keepsFiles();

    /** Where mails go, for the operator: a server and its port, or a directory. */
    String destination();
}
