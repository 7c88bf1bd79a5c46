package dev.roster.cli.user;

import dev.roster.application.Change;
import dev.roster.application.user.UpdateUser;
import dev.roster.cli.terminal.InstallationException;
import dev.roster.cli.terminal.Layouts;
import dev.roster.cli.terminal.Names;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import dev.roster.cli.terminal.PasswordOptions;
import dev.roster.cli.terminal.Prompt;
import dev.roster.cli.terminal.Secrets;
import dev.roster.cli.terminal.Terminal;
import dev.roster.domain.credential.Password;
import dev.roster.domain.user.User;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "reset-password",
        header = "Set a user's password, and end their sessions.",
        description = {
            "Asks on the terminal for what is not given, without showing the password. It works while servers run, and the "
                    + "new password counts at once on all of them.",
            "--password shows in the list of processes while the command runs: rather be asked, or give --password-stdin."
        },
        footer = {
            "",
            "Examples:",
            "  roster reset-password",
            "  roster reset-password --username ada",
            "  pass show roster/ada | roster reset-password --username ada --password-stdin"
        })
public final class ResetPasswordCommand implements Runnable {
    private final Operator operator;
    private final Names names;
    private final Output output;
    private final Terminal terminal;
    private final Secrets secrets;
    private final Provider<UpdateUser> updateUser;

    @Option(
            names = "--username",
            paramLabel = "USER",
            description = "Username, e-mail address or id; asked for without.")
    private @Nullable String user;

    @Mixin
    private PasswordOptions password;

    @Inject
    ResetPasswordCommand(
            Operator operator,
            Names names,
            Output output,
            Terminal terminal,
            Secrets secrets,
            Provider<UpdateUser> updateUser) {
        this.operator = operator;
        this.names = names;
        this.output = output;
        this.terminal = terminal;
        this.secrets = secrets;
        this.updateUser = updateUser;
    }

    @Override
    public void run() {
        User found = names.user(user == null ? askForUser() : user);
        Password given = password.read(secrets);
        Password wanted = given == null ? Password.chosen(secrets.ask("password")) : given;
        UpdateUser.Command command = UpdateUser.Command.of(found.id()).withPassword(Change.to(wanted));
        User after = updateUser.get().handle(operator.caller(), command);
        output.report("`" + after.username() + "` has a new password, all their sessions ended", Layouts.USER, after);
    }

    private String askForUser() {
        Prompt prompt = terminal.prompt()
                .orElseThrow(() -> new InstallationException(
                        "there is no terminal to ask for the username on, give --username instead"));
        return prompt.ask("Username or e-mail address: ")
                .orElseThrow(() -> new InstallationException("the input ended, nothing was changed"));
    }
}
