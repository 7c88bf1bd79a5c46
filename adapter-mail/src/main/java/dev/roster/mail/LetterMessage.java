package dev.roster.mail;

import dev.roster.domain.mail.Letter;
import dev.roster.domain.mail.MailId;
import dev.roster.domain.user.EmailAddress;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** A letter as a mail server takes it: text and HTML, with a message id that is the same at each attempt. */
final class LetterMessage extends MimeMessage {
    private static final String CHARSET = StandardCharsets.UTF_8.name();

    private final String messageId;

    /** @param to the address of the letter */
    LetterMessage(Session session, MailId id, Letter letter, MailAddress to, MailSettings.Sender from, Instant at)
            throws MessagingException {
        super(session);
        this.messageId = "<" + id + "@" + from.mailAddress().domain() + ">";
        Wording wording = Wording.of(letter);
        setFrom(address(from.mailAddress(), from.name()));
        setRecipient(RecipientType.TO, address(to, null));
        setSubject(wording.subject(), CHARSET);
        setSentDate(Date.from(at));
        // So that out-of-office notices are not sent back (RFC 3834).
        setHeader("Auto-Submitted", "auto-generated");
        MimeMultipart both = new MimeMultipart("alternative");
        both.addBodyPart(part(wording.text(), "plain"));
        both.addBodyPart(part(wording.html(), "html"));
        setContent(both);
        saveChanges();
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, CHARSET, subtype);
        return part;
    }

    /** {@link EmailAddress} allows no character that could end a header. */
    private static InternetAddress address(MailAddress mail, @Nullable String name) {
        InternetAddress address = new InternetAddress();
        address.setAddress(mail.toString());
        try {
            address.setPersonal(name, CHARSET);
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException("every Java platform has UTF-8", impossible);
        }
        return address;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
