package dev.roster.cli.user;

import dev.roster.application.credential.CreateLogInLink;
import dev.roster.application.credential.CreateLogInLink.Created;
import dev.roster.cli.terminal.Layout;
import dev.roster.cli.terminal.Names;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "log-in-link",
        header = "Create a link that logs a user in, once.",
        description = {
            "Open the link in a browser, or give it to the user. It works once, for ten minutes, and "
                    + "replaces the previous link. It also ends when the user's password, e-mail address or status "
                    + "changes.",
            "The link needs no password: give it only to the user."
        },
        footer = {"", "Examples:", "  roster users log-in-link ada"})
final class LogInLinkCommand implements Runnable {
    private static final Layout<Created> LAYOUT = Layout.<Created>of("links")
            .column("user.id", created -> created.user().id())
            .column("user.username", created -> created.user().username())
            .column("expires_at", Created::expiresAt)
            .column("link", Created::link);

    private final Operator operator;
    private final Names names;
    private final Output output;
    private final Provider<CreateLogInLink> createLogInLink;

    @Parameters(paramLabel = "USER", description = "Username, e-mail address or id.")
    private String user;

    @Inject
    LogInLinkCommand(Operator operator, Names names, Output output, Provider<CreateLogInLink> createLogInLink) {
        this.operator = operator;
        this.names = names;
        this.output = output;
        this.createLogInLink = createLogInLink;
    }

    @Override
    public void run() {
        Created created = createLogInLink
                .get()
                .handle(
                        operator.caller(),
                        CreateLogInLink.Command.of(names.user(user).id()));
        output.say("created a link that logs `" + created.user().username() + "` in, once");
        output.showSecret(LAYOUT, created, created.link());
    }
}
