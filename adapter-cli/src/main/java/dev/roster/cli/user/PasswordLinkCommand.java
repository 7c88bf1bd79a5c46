package dev.roster.cli.user;

import dev.roster.application.credential.SendPasswordLink;
import dev.roster.application.credential.SendPasswordLink.Sent;
import dev.roster.cli.terminal.Layout;
import dev.roster.cli.terminal.Mailing;
import dev.roster.cli.terminal.Names;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "password-link",
        header = "Mail a user a link to set a password, and print the link.",
        description =
                "It lives for half an hour and works once; the one before is dead. Where no mail server is set, hand the "
                        + "link on yourself.",
        footer = {"", "Examples:", "  roster users password-link ada"})
final class PasswordLinkCommand implements Runnable {
    private static final Layout<Sent> LAYOUT = Layout.<Sent>of("links")
            .column("user.id", sent -> sent.user().id())
            .column("user.username", sent -> sent.user().username())
            .column("user.email", sent -> sent.user().email())
            .column("link", Sent::link);

    private final Operator operator;
    private final Names names;
    private final Output output;
    private final Mailing mailing;
    private final Provider<SendPasswordLink> sendPasswordLink;

    @Parameters(paramLabel = "USER", description = "Username, e-mail address or id.")
    private String user;

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
        Sent sent = sendPasswordLink
                .get()
                .handle(operator.caller(), names.user(user).id());
        output.say("made a link for `" + sent.user().username() + "`");
        mailing.afterwards();
        if (output.isForPeople()) {
            output.line(String.valueOf(sent.link()));
        } else {
            output.show(LAYOUT, sent);
        }
    }
}
