package dev.roster.cli.installation;

import dev.roster.application.mail.SendTestMail;
import dev.roster.application.mail.ShowMail;
import dev.roster.cli.terminal.Layout;
import dev.roster.cli.terminal.Mailing;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import dev.roster.domain.user.EmailAddress;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "mail",
        header = "Check and send mails.",
        description = "If smtp-url is not set, mails become files in the data directory, for you to hand on.",
        footer = {"", "Examples:", "  roster mail test ada@example.org", "  roster mail status"})
public final class MailCommand {
    private static final Layout<ShowMail.Standing> STANDING = Layout.<ShowMail.Standing>of("mails")
            .column("destination", ShowMail.Standing::destination)
            .column("keeps_files", ShowMail.Standing::keepsFiles)
            .column("waiting", standing -> standing.backlog().waiting())
            .column("oldest", standing -> standing.backlog().oldest())
            .column("given_up", standing -> standing.backlog().givenUp())
            .column("last_failure", standing -> standing.backlog().lastFailure());

    private final Operator operator;
    private final Output output;
    private final Mailing mailing;
    private final Provider<ShowMail> showMail;
    private final Provider<SendTestMail> sendTestMail;

    @Inject
    MailCommand(
            Operator operator,
            Output output,
            Mailing mailing,
            Provider<ShowMail> showMail,
            Provider<SendTestMail> sendTestMail) {
        this.operator = operator;
        this.output = output;
        this.mailing = mailing;
        this.showMail = showMail;
        this.sendTestMail = sendTestMail;
    }

    @Command(header = "Show where mails go, how many wait and how many were given up.")
    void status() {
        output.show(STANDING, showMail.get().handle(operator.caller()));
    }

    @Command(
            header = "Send a test mail.",
            description = "If the mail server refuses the mail, the command prints its answer.")
    void test(@Parameters(paramLabel = "ADDRESS", description = "The address to send it to.") EmailAddress address) {
        String destination = sendTestMail.get().handle(operator.caller(), address);
        output.say("passed a test mail for `" + address + "` to " + destination);
    }

    @Command(
            header = "Send the mails that are due now, without waiting for a server.",
            description = "Mails that just failed are due again later; see roster mail status.")
    void deliver() {
        mailing.deliver();
    }
}
