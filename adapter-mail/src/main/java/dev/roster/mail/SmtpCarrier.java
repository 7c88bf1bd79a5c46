package dev.roster.mail;

import dev.roster.application.port.MailCarrier;
import dev.roster.application.port.MailUndeliveredException;
import dev.roster.domain.mail.Letter;
import dev.roster.domain.mail.MailId;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.InstantSource;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** Hands each mail to a mail server, over a connection of its own. */
final class SmtpCarrier implements MailCarrier {
    private static final String PROTOCOL = "smtp";
    private static final String MOST_WAIT_MILLIS = "10000";

    private final MailSettings.Server server;
    private final MailSettings.Sender from;
    private final InstantSource clock;
    private final Properties properties;

    /** @param sockets which decide what certificates are trusted */
    SmtpCarrier(MailSettings.Server server, MailSettings.Sender from, InstantSource clock, SSLSocketFactory sockets) {
        this.server = server;
        this.from = from;
        this.clock = clock;
        this.properties = properties(server, from, sockets);
    }

    private static Properties properties(
            MailSettings.Server server, MailSettings.Sender from, SSLSocketFactory sockets) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", MOST_WAIT_MILLIS);
        properties.setProperty("mail.smtp.timeout", MOST_WAIT_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", MOST_WAIT_MILLIS);
        properties.setProperty("mail.smtp.localhost", from.mailAddress().domain());
        properties.setProperty("mail.smtp.auth", Boolean.toString(server.username() != null));
        properties.setProperty("mail.smtp.auth.mechanisms", "PLAIN LOGIN");
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.socketFactory", sockets);
        switch (server.security()) {
            case TLS -> properties.setProperty("mail.smtp.ssl.enable", "true");
            case STARTTLS -> {
                properties.setProperty("mail.smtp.starttls.enable", "true");
                properties.setProperty("mail.smtp.starttls.required", "true");
            }
            case NONE -> properties.setProperty("mail.smtp.starttls.enable", "false");
        }
        return properties;
    }

    @Override
    public void carry(MailId id, Letter letter) {
        MailAddress to = address(letter);
        try {
            Session session = session(to);
            Message message = new LetterMessage(session, id, letter, to, from, clock.instant());
            Transport transport = connect(session);
            try {
                checkUnderstood(transport, to);
                transport.sendMessage(message, message.getAllRecipients());
            } finally {
                close(transport);
            }
        } catch (MessagingException failure) {
            throw SmtpFailure.translated(failure);
        }
    }

    private static MailAddress address(Letter letter) {
        try {
            return MailAddress.of(letter.to());
        } catch (IllegalArgumentException impossible) {
            throw MailUndeliveredException.permanent("no mail can be sent to that domain", null, impossible);
        }
    }

    private Session session(MailAddress to) {
        if (to.isAscii()) {
            return Session.getInstance(properties);
        }
        Properties beyondAscii = new Properties();
        beyondAscii.putAll(properties);
        beyondAscii.setProperty("mail.mime.allowutf8", "true");
        return Session.getInstance(beyondAscii);
    }

    private static void checkUnderstood(Transport transport, MailAddress to) {
        if (!to.isAscii() && !((SMTPTransport) transport).supportsExtension("SMTPUTF8")) {
            throw MailUndeliveredException.permanent(
                    "the mail server does not accept addresses with characters outside ASCII", null, null);
        }
    }

    @Override
    public void check() {
        try {
            close(connect(Session.getInstance(properties)));
        } catch (MessagingException failure) {
            throw SmtpFailure.translated(failure);
        }
    }

    private Transport connect(Session session) throws MessagingException {
        Transport transport = session.getTransport(PROTOCOL);
        transport.connect(server.host(), server.port(), server.username(), server.password());
        return transport;
    }

    /** Whatever the server says to the goodbye, what it took it has. */
    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException gone) {
            // The connection is closed all the same.
        }
    }

    @Override
    public boolean keepsFiles() {
        return false;
    }

    @Override
    public String destination() {
        return server.toString();
    }
}
