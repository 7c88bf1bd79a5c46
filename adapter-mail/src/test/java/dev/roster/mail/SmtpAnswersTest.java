package dev.roster.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.application.contract.MailCarrierContract;
import dev.roster.application.fake.FixedClock;
import dev.roster.application.port.MailCarrier;
import dev.roster.application.port.MailUndeliveredException;
import dev.roster.domain.mail.Letter;
import dev.roster.domain.mail.Letter.Kind;
import dev.roster.domain.mail.MailId;
import dev.roster.domain.user.EmailAddress;
import dev.roster.mail.MailSettings.Security;
import dev.roster.mail.MailSettings.Sender;
import dev.roster.mail.MailSettings.Server;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a mail server may answer, and what comes of it. */
class SmtpAnswersTest {
    private static final MailId ID = new MailId(UUID.fromString("01955000-0000-7000-8000-000000000001"));
    private static final Letter LETTER =
            new Letter(MailCarrierContract.ANA, Kind.INVITATION, MailCarrierContract.VALUES);
    private static SSLContext trusting;

    private ScriptedServer server;

    @BeforeAll
    static void makeCertificate(@TempDir Path directory) throws Exception {
        trusting = Certificate.of("localhost", directory).context();
    }

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedServer(null);
    }

    private MailCarrier start(Security security) throws IOException {
        if (security == Security.STARTTLS) {
            server.close();
            server = new ScriptedServer(trusting);
        }
        return carrier(security);
    }

    private MailCarrier carrier(Security security) {
        return carrier(security, server.port());
    }

    private static MailCarrier carrier(Security security, int port) {
        return new SmtpCarrier(
                new Server("localhost", port, security, "roster", "let me in"),
                Sender.parse("roster@example.org"),
                new FixedClock(Instant.parse("2026-03-02T09:00:00Z")),
                trusting.getSocketFactory());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static MailUndeliveredException failure(MailCarrier carrier) {
        try {
            carrier.carry(ID, LETTER);
        } catch (MailUndeliveredException failure) {
            return failure;
        }
        throw new AssertionError("the mail was carried");
    }

    @Test
    void nothingButTheWishForTlsIsSaidInClear() throws IOException {
        MailCarrier carrier = start(Security.STARTTLS);

        carrier.carry(ID, LETTER);

        assertThat(server.heardInClear()).containsExactly("EHLO example.org", "STARTTLS");
        assertThat(server.heardSecretly())
                .anyMatch(line -> line.startsWith("AUTH PLAIN"))
                .anyMatch(line -> line.startsWith("RCPT TO:<ana@example.org>"));
        assertThat(server.mails()).hasSize(1);
    }

    @Test
    void serverWithoutTlsIsToldNothing() throws IOException {
        start(Security.NONE);
        MailCarrier carrier = carrier(Security.STARTTLS);

        MailUndeliveredException failure = failure(carrier);

        assertThat(failure.isPermanent()).isFalse();
        assertThat(server.heardInClear()).noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL"));
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 5.1.1 <ana@example.org> unknown, true, the mail server refused the recipient (550)",
        "RCPT, 451 4.7.1 <ana@example.org> later, false, the mail server refused the recipient (451)",
        "MAIL, 550 no such sender, false, 'the mail server refused the sender, who is set as mail-from (550)'",
        "MAIL, 530 log in first, false, the mail server requires a login (530)",
        "AUTH, 535 no, false, the mail server refused the username and password",
        "DATA, 554 no, true, the mail server refused the mail (554)",
        "., 554 spam, true, the mail server refused the mail (554)",
        "., 452 full, false, the mail server refused the mail (452)",
        "EHLO, '', false, the mail server cannot be used",
        "., '', false, the mail server closed the connection"
    })
    void answerDecidesWhetherItIsTriedAgain(String command, String answer, boolean permanent, String reason)
            throws IOException {
        MailCarrier carrier = start(Security.NONE);
        server.answer(command, answer);

        MailUndeliveredException failure = failure(carrier);

        assertThat(failure.isPermanent()).isEqualTo(permanent);
        assertThat(failure.reason().toLowerCase(Locale.ROOT)).isEqualTo(reason).doesNotContain("ana@", "let me in");
    }

    @Test
    void rudeGoodbyeTakesNothingBack() throws IOException {
        MailCarrier carrier = start(Security.NONE);
        server.answer("QUIT", ScriptedServer.HANG_UP);

        assertThatCode(() -> carrier.carry(ID, LETTER)).doesNotThrowAnyException();
        assertThat(server.mails()).hasSize(1);
    }

    @Test
    void repeatedMailKeepsItsId() throws IOException {
        MailCarrier carrier = start(Security.NONE);

        carrier.carry(ID, LETTER);
        carrier.carry(ID, LETTER);

        assertThat(server.mails())
                .hasSize(2)
                .allMatch(mail -> mail.contains("\nMessage-ID: <" + ID + "@example.org>\n"));
    }

    @Test
    void domainOfAnyLanguageIsSentInAscii() throws IOException {
        MailCarrier carrier = start(Security.NONE);

        carrier.carry(ID, new Letter(new EmailAddress("ana@bücher.example"), Kind.TEST, MailCarrierContract.VALUES));

        assertThat(server.heardInClear()).contains("RCPT TO:<ana@xn--bcher-kva.example>");
    }

    /** The library would cut š to the a in its last eight bits, and give the link to somebody else. */
    @Test
    void nameBeyondAsciiNeverBecomesAnothers() throws IOException {
        MailCarrier carrier = start(Security.NONE);
        Letter letter = new Letter(new EmailAddress("šna@example.org"), Kind.TEST, MailCarrierContract.VALUES);

        assertThatExceptionOfType(MailUndeliveredException.class)
                .isThrownBy(() -> carrier.carry(ID, letter))
                .withMessageContaining("outside ASCII")
                .returns(true, MailUndeliveredException::isPermanent);
        assertThat(server.mails()).isEmpty();
        assertThat(server.heardInClear()).noneMatch(line -> line.startsWith("RCPT"));
    }

    @Test
    void nameBeyondAsciiIsSentWhereItIsUnderstood() throws IOException {
        MailCarrier carrier = start(Security.NONE);
        server.answer("EHLO", "250-scripted\r\n250-SMTPUTF8\r\n250 AUTH PLAIN");

        carrier.carry(ID, new Letter(new EmailAddress("šna@example.org"), Kind.TEST, MailCarrierContract.VALUES));

        assertThat(server.heardInClear())
                .contains("MAIL FROM:<roster@example.org> SMTPUTF8", "RCPT TO:<šna@example.org>");
        assertThat(server.mails()).singleElement().asString().contains("\nTo: šna@example.org\n");
    }

    /** One could be too long in ASCII; the other is fass.example to old programs, and not to new ones. */
    @ParameterizedTest
    @ValueSource(strings = {"üüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüü.example", "faß.example"})
    void domainThatCannotBeIsRefusedForGood(String domain) throws IOException {
        MailCarrier carrier = start(Security.NONE);
        EmailAddress impossible = new EmailAddress("ana@" + domain);

        assertThatExceptionOfType(MailUndeliveredException.class)
                .isThrownBy(() -> carrier.carry(ID, new Letter(impossible, Kind.TEST, MailCarrierContract.VALUES)))
                .returns(true, MailUndeliveredException::isPermanent);
        assertThat(server.heardInClear()).isEmpty();
    }

    @Test
    void nobodyListeningIsTriedAgain() throws IOException {
        try (ClosedPort port = new ClosedPort()) {
            assertThat(failure(carrier(Security.NONE, port.number())))
                    .hasMessage("the mail server cannot be reached")
                    .returns(false, MailUndeliveredException::isPermanent);
        }
    }
}
