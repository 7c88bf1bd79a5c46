package dev.roster.cli.user;

import dev.roster.application.credential.SendPasswordLink;
import dev.roster.application.credential.SendPasswordLink.HandedOver;
import dev.roster.application.credential.SendPasswordLink.Sent;
import dev.roster.cli.terminal.Layout;
import dev.roster.cli.terminal.Mailing;
import dev.roster.cli.terminal.Names;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "password-link",
        header = "Mail a user a link to set a password, and print the link.",
        description = {
            "The link works once, for half an hour, and replaces the previous link. It also ends when "
                    + "the user's password, e-mail address or status changes.",
            "If no mail server is set, give the link to the user yourself. With --no-mail, the user "
                    + "needs no e-mail address."
        },
        footer = {"", "Examples:", "  roster users password-link ada", "  roster users password-link ben --no-mail"})
final class PasswordLinkCommand implements Runnable {
    private static final Layout<Sent> LAYOUT = Layout.<Sent>of("links")
            .column("user.id", sent -> sent.user().id())
            .column("user.username", sent -> sent.user().username())
            .column("user.email", sent -> sent.user().email())
            .column("link", Sent::link);
    private static final Layout<HandedOver> HANDED_OVER = Layout.<HandedOver>of("links")
            .column("user.id", given -> given.user().id())
            .column("user.username", given -> given.user().username())
            .column("expires_at", HandedOver::until)
            .column("link", HandedOver::link);

    private final Operator operator;
    private final Names names;
    private final Output output;
    private final Mailing mailing;
    private final Provider<SendPasswordLink> sendPasswordLink;

    @Parameters(paramLabel = "USER", description = "Username, e-mail address or id.")
    private String user;

    @Option(
            names = "--no-mail",
            description = "Send no mail: you give the user the link. The audit trail records this.")
    private boolean noMail;

    @Inject
    PasswordLinkCommand(
            Operator operator,
            Names names,
            Output output,
            Mailing mailing,
            Provider<SendPasswordLink> sendPasswordLink) {
        this.operator = operator;
        this.names = names;
        this.output = output;
        this.mailing = mailing;
        this.sendPasswordLink = sendPasswordLink;
    }

    @Override
    public void run() {
        if (noMail) {
            handOver();
        } else {
            send();
        }
    }

    private void handOver() {
        HandedOver given = sendPasswordLink
                .get()
                .toHandOver(operator.caller(), names.user(user).id());
        output.say("created a link for `" + given.user().username() + "`; no mail was sent");
        output.showSecret(HANDED_OVER, given, given.link());
    }

    private void send() {
        Sent sent = sendPasswordLink
                .get()
                .handle(operator.caller(), names.user(user).id());
        output.say("created a link for `" + sent.user().username() + "`");
        mailing.afterwards();
        output.showSecret(LAYOUT, sent, sent.link());
    }
}
