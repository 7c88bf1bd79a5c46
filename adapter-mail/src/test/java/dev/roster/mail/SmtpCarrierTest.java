package dev.roster.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.contract.MailCarrierContract;
import dev.roster.application.fake.Fakes;
import dev.roster.application.fake.FixedClock;
import dev.roster.application.mail.DeliverMail;
import dev.roster.application.mail.Postbox;
import dev.roster.application.port.MailCarrier;
import dev.roster.application.port.MailUndeliveredException;
import dev.roster.application.scenario.UseCases;
import dev.roster.domain.audit.Door;
import dev.roster.domain.mail.Letter;
import dev.roster.domain.mail.Letter.Kind;
import dev.roster.domain.mail.MailId;
import dev.roster.mail.MailSettings.Security;
import dev.roster.mail.MailSettings.Sender;
import dev.roster.mail.MailSettings.Server;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real mail server, which only lets in who logs in. */
class SmtpCarrierTest implements MailCarrierContract {
    private static final Sender ROSTER = Sender.parse("Röster <roster@example.org>");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final MailId ID = new MailId(UUID.fromString("01955000-0000-7000-8000-000000000001"));
    private static final Letter LETTER = new Letter(ANA, Kind.INVITATION, VALUES);
    private static SSLContext trusting;

    private GreenMail mail = greenMail(ServerSetup.PROTOCOL_SMTP);

    @BeforeAll
    static void makeCertificate(@TempDir Path directory) throws Exception {
        Certificate certificate = Certificate.of("localhost", directory);
        trusting = certificate.context();
        System.setProperty("greenmail.tls.keystore.file", certificate.file().toString());
        System.setProperty("greenmail.tls.keystore.password", Certificate.PASSWORD);
    }

    private static GreenMail greenMail(String protocol) {
        GreenMail made = new GreenMail(new ServerSetup(0, "127.0.0.1", protocol));
        made.withConfiguration(GreenMailConfiguration.aConfig().withUser("ana@example.org", "roster", "let me in"));
        return made;
    }

    @BeforeEach
    void start() {
        mail.start();
    }

    @AfterEach
    void stop() {
        mail.stop();
    }

    private void startOverTls() {
        mail.stop();
        mail = greenMail(ServerSetup.PROTOCOL_SMTPS);
        mail.start();
    }

    @Override
    public MailCarrier mailCarrier() {
        return mailCarrier(mail.getSmtp().getPort());
    }

    private static MailCarrier mailCarrier(int port) {
        return carrier("localhost", port, Security.NONE, "let me in", trusting.getSocketFactory());
    }

    private MailCarrier overTls(String host, SSLSocketFactory sockets) {
        return carrier(host, mail.getSmtps().getPort(), Security.TLS, "let me in", sockets);
    }

    private static MailCarrier carrier(
            String host, int port, Security security, String password, SSLSocketFactory sockets) {
        return new SmtpCarrier(
                new Server(host, port, security, "roster", password), ROSTER, new FixedClock(NOW), sockets);
    }

    @Test
    void mailArrivesAsTextAndHtml() throws Exception {
        mailCarrier().carry(ID, LETTER);

        MimeMessage received = mail.getReceivedMessages()[0];
        MimeMultipart parts = (MimeMultipart) received.getContent();
        assertThat(received.getSubject()).isEqualTo("You are invited to Roster");
        assertThat(received.getFrom()[0]).hasToString("=?UTF-8?Q?R=C3=B6ster?= <roster@example.org>");
        assertThat(received.getAllRecipients()).extracting(Object::toString).containsExactly("ana@example.org");
        assertThat(received.getMessageID()).isEqualTo("<" + ID + "@example.org>");
        assertThat(received.getSentDate()).isEqualTo(NOW);
        assertThat(received.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).isMimeType("text/plain")).isTrue();
        assertThat((String) parts.getBodyPart(0).getContent()).contains("\nhttps://roster.example/secret");
        assertThat(parts.getBodyPart(1).isMimeType("text/html")).isTrue();
        assertThat((String) parts.getBodyPart(1).getContent()).contains("href=\"https://roster.example/secret\"");
    }

    @Test
    void mailGoesOverTls() {
        startOverTls();

        overTls("localhost", trusting.getSocketFactory()).carry(ID, LETTER);

        assertThat(mail.getReceivedMessages()).hasSize(1);
    }

    @Test
    void strangersCertificateIsNotTrusted() {
        startOverTls();
        MailCarrier carrier = overTls("localhost", (SSLSocketFactory) SSLSocketFactory.getDefault());

        assertThatExceptionOfType(MailUndeliveredException.class)
                .isThrownBy(() -> carrier.carry(ID, LETTER))
                .withMessageContaining("the certificate of the mail server is not valid")
                .returns(false, MailUndeliveredException::isPermanent);
        assertThat(mail.getReceivedMessages()).isEmpty();
    }

    @Test
    void certificateOfAnotherHostIsNotTrusted() {
        startOverTls();
        MailCarrier carrier = overTls("127.0.0.1", trusting.getSocketFactory());

        assertThatExceptionOfType(MailUndeliveredException.class)
                .isThrownBy(() -> carrier.carry(ID, LETTER))
                .withMessageContaining("the certificate of the mail server is not valid");
        assertThat(mail.getReceivedMessages()).isEmpty();
    }

    @Test
    void wrongPasswordIsRefusedAndNotTold() {
        MailCarrier carrier = carrier(
                "localhost", mail.getSmtp().getPort(), Security.NONE, "let them in", trusting.getSocketFactory());

        assertThatExceptionOfType(MailUndeliveredException.class)
                .isThrownBy(() -> carrier.carry(ID, LETTER))
                .withMessage("the mail server refused the username and password")
                .returns(false, MailUndeliveredException::isPermanent)
                .satisfies(failure -> assertThat(failure.answer().orElse("")).doesNotContain("let them in"));
        assertThatExceptionOfType(MailUndeliveredException.class).isThrownBy(carrier::check);
        assertThat(mail.getReceivedMessages()).isEmpty();
    }

    @Test
    void checkSendsNothing() {
        mailCarrier().check();

        assertThat(mail.getReceivedMessages()).isEmpty();
    }

    @Test
    void serverThatComesBackGetsTheMailOnce() throws IOException {
        Fakes fakes = new Fakes();
        UseCases useCases = UseCases.over(fakes.ports(), fakes.clock());
        useCases.get(Postbox.class).send(new Letter(ANA, Kind.TEST, VALUES));

        DeliverMail.Report down;
        try (ClosedPort port = new ClosedPort()) {
            fakes.mailCarrier().handOnTo(mailCarrier(port.number()));
            down = deliver(useCases);
        }
        fakes.mailCarrier().handOnTo(mailCarrier());
        fakes.clock().advance(Duration.ofMinutes(1));
        DeliverMail.Report up = deliver(useCases);
        fakes.clock().advance(Duration.ofDays(2));
        DeliverMail.Report later = deliver(useCases);

        assertThat(down).isEqualTo(new DeliverMail.Report(0, 1, 0));
        assertThat(up).isEqualTo(new DeliverMail.Report(1, 0, 0));
        assertThat(later.total()).isZero();
        assertThat(mail.getReceivedMessages()).hasSize(1);
    }

    private static DeliverMail.Report deliver(UseCases useCases) {
        return useCases.get(DeliverMail.class).handle(Caller.roster(Origin.of(Door.SYSTEM)), 10);
    }
}
