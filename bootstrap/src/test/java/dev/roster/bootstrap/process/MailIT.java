package dev.roster.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar and a real mail server. */
class MailIT {
    @TempDir
    Path directory;

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() throws Exception {
        mail.withConfiguration(GreenMailConfiguration.aConfig().withUser("ana@example.org", "roster", "let me in"));
        mail.start();
        assertThat(RosterProcess.command(environment("let me in"), "init", "--quiet")
                        .exitCode())
                .isZero();
    }

    @AfterEach
    void stop() {
        mail.stop();
    }

    private Map<String, String> environment(String password) {
        return Map.of(
                "ROSTER_DATA_DIR",
                directory.toString(),
                "ROSTER_SMTP_URL",
                "smtp://roster@127.0.0.1:" + mail.getSmtp().getPort(),
                "ROSTER_SMTP_PASSWORD",
                password,
                "ROSTER_MAIL_FROM",
                "Roster <roster@example.org>");
    }

    @Test
    void testMailArrives() throws Exception {
        RosterProcess.Ended sent = RosterProcess.command(environment("let me in"), "mail", "test", "ana@example.org");

        assertThat(sent.exitCode()).as(sent.err()).isZero();
        assertThat(mail.getReceivedMessages()).singleElement().satisfies(received -> {
            assertThat(received.getSubject()).isEqualTo("A test mail from Roster");
            MimeMultipart parts = (MimeMultipart) received.getContent();
            assertThat(parts.getCount()).isEqualTo(2);
            assertThat(parts.getBodyPart(1).getContent().toString()).contains("<h1");
        });
    }

    @Test
    void wrongPasswordIsToldAndNotShown() throws Exception {
        Map<String, String> environment = environment("let them in");

        RosterProcess.Ended sent = RosterProcess.command(environment, "mail", "test", "ana@example.org");
        RosterProcess.Ended examined = RosterProcess.command(environment, "doctor");

        assertThat(sent.exitCode()).isEqualTo(3);
        assertThat(sent.err()).contains("refused the username and password").doesNotContain("let them in");
        assertThat(examined.exitCode()).isEqualTo(1);
        assertThat(examined.out()).contains("refused the username and password").doesNotContain("let them in");
        assertThat(mail.getReceivedMessages()).isEmpty();
    }
}
