package dev.roster.application.mail;

import dev.roster.application.Now;
import dev.roster.application.port.Ids;
import dev.roster.application.port.Outbox;
import dev.roster.application.port.Sealer;
import dev.roster.domain.mail.Letter;
import dev.roster.domain.mail.MailId;
import dev.roster.domain.mail.OutboxMail;
import jakarta.inject.Inject;

/**
 * Where use cases drop their letters, inside their own transaction: the mail is sent if that commits, and only then.
 * What is stored is sealed, the address and the link with it.
 */
public final class Postbox {
    private final Outbox outbox;
    private final Sealer sealer;
    private final Ids ids;
    private final Now now;

    @Inject
    Postbox(Outbox outbox, Sealer sealer, Ids ids, Now now) {
        this.outbox = outbox;
        this.sealer = sealer;
        this.ids = ids;
        this.now = now;
    }

    public void send(Letter letter) {
        MailId id = new MailId(ids.next());
        String sealed = sealer.seal(purpose(id), LetterText.write(letter));
        outbox.add(new OutboxMail(id, letter.about(), letter.kind(), sealed, now.get(), 0));
    }

    /** What the letter of a mail is sealed for. */
    public static String purpose(MailId id) {
        return "mail " + id;
    }
}
