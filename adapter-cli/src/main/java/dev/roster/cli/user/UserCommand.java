package dev.roster.cli.user;

import dev.roster.application.credential.ShowToken;
import dev.roster.cli.terminal.Layout;
import dev.roster.cli.terminal.Layouts;
import dev.roster.cli.terminal.Names;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import dev.roster.domain.RefusedException;
import dev.roster.domain.credential.UserToken;
import dev.roster.domain.user.User;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "user",
        header = "Print one user's profile and user token.",
        description = "The token is the last line and alone on it. Whoever has it acts as that user.",
        footer = {"", "Examples:", "  roster user --username ada", "  roster user --username ada -q | tail -n 1"})
public final class UserCommand implements Runnable {
    /** A user and the token. */
    private record Account(User user, UserToken token) {}

    private static final Layout<Account> PROFILE = Layouts.USER.on(Account::user);
    private static final Layout<Account> WHOLE =
            PROFILE.column("user_token", account -> account.token().reveal());

    private final Operator operator;
    private final Names names;
    private final Output output;
    private final Provider<ShowToken> showToken;

    @Option(names = "--username", paramLabel = "USER", required = true, description = "Username, e-mail address or id.")
    private String user;

    @Inject
    UserCommand(Operator operator, Names names, Output output, Provider<ShowToken> showToken) {
        this.operator = operator;
        this.names = names;
        this.output = output;
        this.showToken = showToken;
    }

    @Override
    public void run() {
        User found = names.user(user);
        UserToken token = tokenOf(found);
        output.showOnce(PROFILE, WHOLE, new Account(found, token), token.reveal());
    }

    /** Where there is no token to show, the profile is shown all the same. */
    private UserToken tokenOf(User found) {
        try {
            return showToken.get().handle(operator.caller(), found.id());
        } catch (RefusedException none) {
            output.show(Layouts.USER, found);
            throw none;
        }
    }
}
