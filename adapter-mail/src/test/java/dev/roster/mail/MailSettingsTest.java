package dev.roster.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.domain.RefusedException;
import dev.roster.mail.MailSettings.Security;
import dev.roster.mail.MailSettings.Sender;
import dev.roster.mail.MailSettings.Server;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailSettingsTest {
    @ParameterizedTest
    @CsvSource({
        "smtp://mail.example.org, mail.example.org, 587, STARTTLS, , ",
        "smtp://mail.example.org:25/, mail.example.org, 25, STARTTLS, , ",
        "smtps://mail.example.org, mail.example.org, 465, TLS, , ",
        "smtp://ana:secret@mail.example.org:2525, mail.example.org, 2525, STARTTLS, ana, secret",
        "smtp://ana@example.org:p@ss:w0rd@mail.example.org, mail.example.org, 587, STARTTLS, ana@example.org, p@ss:w0rd",
        "smtp://ana%40example.org:p%2Fq+r%25@mail.example.org, mail.example.org, 587, STARTTLS, ana@example.org, p/q+r%",
        "smtp://localhost:1025, localhost, 1025, NONE, , ",
        "smtp://127.0.0.1, 127.0.0.1, 587, NONE, , ",
        "smtp://[::1]:25, [::1], 25, NONE, , ",
        "smtps://localhost, localhost, 465, TLS, , ",
        "smtp://localhost.example.org, localhost.example.org, 587, STARTTLS, , "
    })
    void urlSaysWhereAndHow(
            String url, String host, int port, Security security, @Nullable String user, @Nullable String password) {
        assertThat(Server.parse(url, null)).isEqualTo(new Server(host, port, security, user, password));
    }

    @Test
    void passwordMayStandApart() {
        assertThat(Server.parse("smtp://ana@mail.example.org", "p%40ss").password())
                .isEqualTo("p%40ss");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mail.example.org",
                "http://mail.example.org",
                "smtp://",
                "smtp://ana:secret@",
                "smtp://ana:secret@mail.example.org:0",
                "smtp://ana:secret@mail.example.org:70000",
                "smtp://ana:secret@mail.example.org/path",
                "smtp://ana:secret%4@mail.example.org",
                "smtp://:secret@mail.example.org",
                "smtp://ana@mail.example.org"
            })
    void refusalDoesNotRepeatTheSecret(String url) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> Server.parse(url, null))
                .returns("smtp_url", RefusedException::field)
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("secret"));
    }

    @Test
    void passwordGivenTwiceIsRefused() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> Server.parse("smtp://ana:secret@mail.example.org", "other"))
                .withMessageContaining("given twice");
    }

    @Test
    void senderIsAnAddressWithOrWithoutAName() {
        assertThat(Sender.parse("Roster <roster@example.org>")).hasToString("Roster <roster@example.org>");
        assertThat(Sender.parse("<roster@example.org>")).hasToString("roster@example.org");
        assertThat(Sender.parse(" roster@example.org ")).hasToString("roster@example.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Roster",
                "Roster <roster>",
                "Ros\nter <roster@example.org>",
                "A <a@b.org> <c@d.org>",
                "šna@example.org"
            })
    void senderThatIsNoneIsRefused(String text) {
        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> Sender.parse(text));
    }

    @Test
    void printsNoPassword() {
        Server server = Server.parse("smtp://ana:secret@mail.example.org", null);

        assertThat(server).hasToString("mail.example.org:587");
    }
}
