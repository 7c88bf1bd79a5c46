package dev.roster.cli.user;

import dev.roster.application.credential.OtherCredentials;
import dev.roster.application.credential.OtherCredentials.Settled;
import dev.roster.application.credential.OtherCredentials.TokenFate;
import dev.roster.application.credential.ResetPassword;
import dev.roster.application.credential.ResetPassword.Done;
import dev.roster.cli.terminal.ExitCodes;
import dev.roster.cli.terminal.InstallationException;
import dev.roster.cli.terminal.Layout;
import dev.roster.cli.terminal.Layouts;
import dev.roster.cli.terminal.Names;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import dev.roster.cli.terminal.PasswordOptions;
import dev.roster.cli.terminal.Prompt;
import dev.roster.cli.terminal.Secrets;
import dev.roster.cli.terminal.Terminal;
import dev.roster.domain.RefusedException;
import dev.roster.domain.credential.Password;
import dev.roster.domain.user.User;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "reset-password",
        aliases = "reset_password",
        header = "Set a user's password, and end their sessions.",
        description = {
            "Asks once for what you do not give, and does not show the password on a terminal; a script "
                    + "can answer on standard input. Works while servers run: the new password applies at once on "
                    + "all of them.",
            "API keys and the user token stay: give --end-keys and --renew-token if another person may "
                    + "know them. The output lists the credentials that still work.",
            "While the command runs, the list of processes shows the value of --password: let the "
                    + "command ask, or give --password-stdin."
        },
        footer = {
            "",
            "Examples:",
            "  roster reset-password",
            "  roster reset-password --username ada",
            "  roster reset-password --username ada --end-keys --renew-token",
            "  pass show roster/ada | roster reset-password --username ada --password-stdin"
        })
public final class ResetPasswordCommand implements Callable<Integer> {
    private static final Layout<Done> LAYOUT = Layouts.USER
            .on(Done::user)
            .detail("sessions_ended", done -> done.others().sessionsEnded())
            .detail("keys_ended", done -> done.others().keysEnded())
            .detail("keys_left", done -> done.others().keysLeft())
            .detail("service_keys_left", done -> done.others().serviceKeysLeft())
            .detail("user_token", done -> done.others().userToken().word());

    private final Operator operator;
    private final Names names;
    private final Output output;
    private final Terminal terminal;
    private final Secrets secrets;
    private final Provider<ResetPassword> resetPassword;

    @Option(names = "--username", paramLabel = "USER", description = "Username, e-mail address or id; default: asks.")
    private @Nullable String user;

    @Mixin
    private PasswordOptions password;

    @Option(names = "--end-keys", description = "End the user's API keys, too.")
    private boolean endKeys;

    @Option(names = "--renew-token", description = "Renew the user token, too; the old one stops working at once.")
    private boolean renewToken;

    @Inject
    ResetPasswordCommand(
            Operator operator,
            Names names,
            Output output,
            Terminal terminal,
            Secrets secrets,
            Provider<ResetPassword> resetPassword) {
        this.operator = operator;
        this.names = names;
        this.output = output;
        this.terminal = terminal;
        this.secrets = secrets;
        this.resetPassword = resetPassword;
    }

    @Override
    public Integer call() {
        String name = user == null ? ask("username", prompt -> prompt.ask("Username: ")) : user;
        Optional<User> found = names.findUser(name);
        if (found.isEmpty()) {
            return refuse("User with username " + name + " not found");
        }
        String given = password.readText(secrets);
        String wanted = given == null ? ask("password", prompt -> prompt.askSecret("New password:")) : given;
        return wanted.isEmpty() ? refuse("Can not set empty password") : reset(found.get(), Password.chosen(wanted));
    }

    private int reset(User found, Password wanted) {
        OtherCredentials.Wish others = new OtherCredentials.Wish(endKeys, renewToken);
        ResetPassword.Command command = new ResetPassword.Command(found.id(), wanted, others).differing();
        try {
            tell(resetPassword.get().handle(operator.caller(), command));
            return ExitCodes.DONE;
        } catch (RefusedException refused) {
            if (refused.kind() == RefusedException.Kind.CONFLICT && "password".equals(refused.field())) {
                return refuse("Entered password is the same as current");
            }
            throw refused;
        }
    }

    private void tell(Done done) {
        if (output.isForPeople()) {
            output.line("Password successfully changed");
        }
        output.report("`" + done.user().username() + "` has a new password, " + ended(done.others()), LAYOUT, done);
        left(done).forEach(output::say);
    }

    /** In the words that scripts look for on standard output, where that is not for something else. */
    private int refuse(String reason) {
        if (!output.isForPeople()) {
            throw new InstallationException(reason);
        }
        output.line(reason);
        return ExitCodes.REFUSED;
    }

    private static String ended(Settled others) {
        String keys = others.keysEnded() == 0 ? "" : ", API keys ended: " + others.keysEnded();
        String token = others.userToken() == TokenFate.RENEWED ? ", the user token was renewed" : "";
        return "sessions ended: " + others.sessionsEnded() + keys + token;
    }

    /** What still opens the account or acts in its name, and how to end it. */
    private static List<String> left(Done done) {
        Settled others = done.others();
        String user = done.user().username().value();
        List<String> left = new ArrayList<>();
        if (others.keysLeft() > 0) {
            left.add("API keys that stay: " + others.keysLeft() + "; see `roster keys list --user " + user + "`");
        }
        if (others.serviceKeysLeft() > 0) {
            left.add("service account keys that the user created and that stay: " + others.serviceKeysLeft()
                    + "; see `roster keys list --kind service`");
        }
        if (others.userToken() == TokenFate.STAYS) {
            left.add("the user token stays; renew it with `roster token renew " + user + "`");
        }
        return left;
    }

    private String ask(String what, Function<Prompt, Optional<String>> asking) {
        Prompt prompt = terminal.asking()
                .orElseThrow(() -> new InstallationException("there is no terminal to ask for the " + what
                        + " on, give --" + what + ", or answer on standard input"));
        return asking.apply(prompt)
                .orElseThrow(() -> new InstallationException("the input ended, nothing was changed"));
    }
}
