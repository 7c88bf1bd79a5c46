package dev.roster.cli.invitation;

import dev.roster.application.access.Origin;
import dev.roster.application.credential.Authenticate;
import dev.roster.application.credential.EndSession;
import dev.roster.application.credential.LogIn;
import dev.roster.application.invitation.ConfirmSignUp;
import dev.roster.cli.terminal.Layouts;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import dev.roster.cli.terminal.PasswordOptions;
import dev.roster.cli.terminal.Secrets;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.user.Username;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "sign-up",
        header = "Confirm sign-ups that wait for their mailed link.",
        footer = {"", "Examples:", "  roster sign-up confirm 'http://localhost:6900/confirm-sign-up#rsu_…'"})
public final class SignUpCommand {
    private final Operator operator;
    private final Output output;
    private final Secrets secrets;
    private final Provider<ConfirmSignUp> confirmSignUp;
    private final Provider<Authenticate> authenticate;
    private final Provider<EndSession> endSession;

    @Inject
    SignUpCommand(
            Operator operator,
            Output output,
            Secrets secrets,
            Provider<ConfirmSignUp> confirmSignUp,
            Provider<Authenticate> authenticate,
            Provider<EndSession> endSession) {
        this.operator = operator;
        this.output = output;
        this.secrets = secrets;
        this.confirmSignUp = confirmSignUp;
        this.authenticate = authenticate;
        this.endSession = endSession;
    }

    @Command(
            header = "Confirm a sign-up with its mailed link and its password, and create the account.",
            description = {
                "Does the same as the page behind the link, for machines without a browser. Like the page, "
                        + "it needs both: the person who typed the address may not be the person who reads its mail.",
                "Asks for the password if you do not give it."
            })
    void confirm(
            @Parameters(paramLabel = "LINK", description = "The link, or the part after its #.") String link,
            @Option(
                            names = "--username",
                            paramLabel = "NAME",
                            description = "Another username, if the one of the sign-up is taken; default: the "
                                    + "one of the sign-up.")
                    @Nullable
                    Username username,
            @Mixin PasswordOptions password) {
        Password given = password.readExisting(secrets);
        SecretText secret = new SecretText(link.substring(link.indexOf('#') + 1));
        Origin origin = operator.caller().origin();
        LogIn.Opened opened = confirmSignUp
                .get()
                .handle(ConfirmSignUp.Command.of(secret, given, origin).withUsername(username));
        // Nobody goes on in this session.
        endSession.get().current(authenticate.get().handle(opened.key(), origin));
        output.report("`" + opened.user().username() + "` has an account now", Layouts.USER, opened.user());
    }
}
