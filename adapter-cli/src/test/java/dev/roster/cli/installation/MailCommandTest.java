package dev.roster.cli.installation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.mail.Postbox;
import dev.roster.application.port.MailUndeliveredException;
import dev.roster.application.scenario.UseCases;
import dev.roster.cli.Roster;
import dev.roster.cli.Roster.Ran;
import dev.roster.domain.mail.Letter;
import dev.roster.domain.user.EmailAddress;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MailCommandTest {
    private static final EmailAddress ANA = new EmailAddress("ana@example.org");

    private final Roster roster = new Roster();

    private void post() {
        UseCases.over(roster.ports(), roster.clock())
                .get(Postbox.class)
                .send(new Letter(ANA, Letter.Kind.PASSWORD_CHANGED, Map.of("username", "ana")));
    }

    @Test
    void testMailIsSentAtOnce() {
        Ran ran = roster.run("mail", "test", "ana@example.org");

        assertThat(ran.exit()).isZero();
        assertThat(ran.err()).startsWith("passed a test mail for `ana@example.org` to mail.example.org:587");
        assertThat(roster.mails().carried())
                .singleElement()
                .satisfies(letter -> assertThat(letter.to()).isEqualTo(ANA));
    }

    @Test
    void testMailTellsWhatWentWrong() {
        roster.mails().failWith(MailUndeliveredException.passing("the mail server cannot be reached", null, null));

        Ran ran = roster.run("mail", "test", "ana@example.org");

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).startsWith("roster: the mail server cannot be reached");
    }

    @Test
    void addressThatIsNoneIsNotUnderstood() {
        assertThat(roster.run("mail", "test", "ana").exit()).isEqualTo(2);
    }

    @Test
    void statusTellsWhatWaits() {
        post();

        Ran ran = roster.run("mail", "status", "--output", "csv");

        assertThat(ran.out().lines())
                .containsExactly(
                        "destination,keeps_files,waiting,oldest,given_up,last_failure",
                        "mail.example.org:587,false,1,2026-03-02T09:00:00.123456Z,0,");
    }

    @Test
    void dueMailsAreSentWithoutAServer() {
        post();
        post();

        Ran sent = roster.run("mail", "deliver");
        Ran nothing = roster.run("mail", "deliver");

        assertThat(sent.err()).startsWith("gave 2 mails to mail.example.org:587");
        assertThat(nothing.err()).startsWith("no mails are due");
        assertThat(roster.mails().carried()).hasSize(2);
    }

    @Test
    void mailsThatBecomeFilesAreSaidToBe() {
        roster.mails().keepFiles();
        post();

        assertThat(roster.run("mail", "deliver").err()).startsWith("wrote 1 mail into /data/outbox");
    }

    @Test
    void mailThatCouldNotBeSentIsTold() {
        roster.mails().failWith(MailUndeliveredException.passing("the mail server cannot be reached", null, null));
        post();

        Ran ran = roster.run("mail", "deliver");

        assertThat(ran.exit()).isZero();
        assertThat(ran.err()).startsWith("could not send 1 mail: the mail server cannot be reached; ");
    }
}
