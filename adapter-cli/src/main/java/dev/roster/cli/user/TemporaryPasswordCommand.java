package dev.roster.cli.user;

import dev.roster.application.credential.GiveTemporaryPassword;
import dev.roster.application.credential.GiveTemporaryPassword.Given;
import dev.roster.cli.terminal.Layout;
import dev.roster.cli.terminal.Names;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "temporary-password",
        header = "Set a temporary password, which the user must replace, and print it once.",
        description = "The last line is the password alone. With it, the user can only choose a new password. The "
                + "user's sessions end.",
        footer = {"", "Examples:", "  roster users temporary-password ada"})
final class TemporaryPasswordCommand implements Runnable {
    private static final Layout<Given> PUBLIC = Layout.<Given>of("passwords")
            .column("user.id", given -> given.user().id())
            .column("user.username", given -> given.user().username())
            .column("until", Given::until);
    private static final Layout<Given> WHOLE =
            PUBLIC.column("temporary_password", given -> given.password().reveal());

    private final Operator operator;
    private final Names names;
    private final Output output;
    private final Provider<GiveTemporaryPassword> giveTemporaryPassword;

    @Parameters(paramLabel = "USER", description = "Username, e-mail address or id.")
    private String user;

    @Inject
    TemporaryPasswordCommand(
            Operator operator, Names names, Output output, Provider<GiveTemporaryPassword> giveTemporaryPassword) {
        this.operator = operator;
        this.names = names;
        this.output = output;
        this.giveTemporaryPassword = giveTemporaryPassword;
    }

    @Override
    public void run() {
        Given given = giveTemporaryPassword
                .get()
                .handle(operator.caller(), names.user(user).id());
        output.showWithSecret(PUBLIC, WHOLE, given, given.password().reveal());
    }
}
