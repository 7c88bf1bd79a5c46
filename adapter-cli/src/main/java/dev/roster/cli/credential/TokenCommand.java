package dev.roster.cli.credential;

import dev.roster.application.credential.RenewToken;
import dev.roster.application.credential.ShowToken;
import dev.roster.cli.terminal.Layout;
import dev.roster.cli.terminal.Names;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import dev.roster.cli.terminal.Secrets;
import dev.roster.cli.terminal.TokenOptions;
import dev.roster.domain.credential.UserToken;
import dev.roster.domain.user.User;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "token",
        header = "Show and renew user tokens; each user has one.",
        description = "A person who has the token can act as the user.",
        footer = {"", "Examples:", "  roster token show ada", "  roster token renew ada"})
public final class TokenCommand {
    private static final Layout<UserToken> LAYOUT =
            Layout.<UserToken>of("user tokens").column("user_token", UserToken::reveal);

    private final Operator operator;
    private final Names names;
    private final Output output;
    private final Secrets secrets;
    private final Provider<ShowToken> showToken;
    private final Provider<RenewToken> renewToken;

    @Inject
    TokenCommand(
            Operator operator,
            Names names,
            Output output,
            Secrets secrets,
            Provider<ShowToken> showToken,
            Provider<RenewToken> renewToken) {
        this.operator = operator;
        this.names = names;
        this.output = output;
        this.secrets = secrets;
        this.showToken = showToken;
        this.renewToken = renewToken;
    }

    @Command(header = "Print a user's token.")
    void show(@Parameters(paramLabel = "USER", description = "Username, e-mail address or id.") String user) {
        User found = names.user(user);
        print(showToken.get().handle(operator.caller(), found.id()));
    }

    @Command(
            header = "Create a new token for a user, and print it.",
            description = "The old token stops working at once.")
    void renew(
            @Parameters(paramLabel = "USER", description = "Username, e-mail address or id.") String user,
            @Mixin TokenOptions wanted) {
        User found = names.user(user);
        UserToken chosen = wanted.read(secrets);
        UserToken renewed = renewToken
                .get()
                .handle(
                        operator.caller(),
                        RenewToken.Command.own().withUser(found.id()).withChosen(chosen));
        output.say("renewed the token of `" + found.username() + "`, the old one no longer works");
        print(renewed);
    }

    private void print(UserToken token) {
        output.showSecret(LAYOUT, token, token.reveal());
    }
}
