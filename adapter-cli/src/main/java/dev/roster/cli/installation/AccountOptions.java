package dev.roster.cli.installation;

import dev.roster.cli.terminal.AccountRequest;
import dev.roster.cli.terminal.PasswordOptions;
import dev.roster.cli.terminal.SecretOptions;
import dev.roster.cli.terminal.Secrets;
import dev.roster.cli.terminal.TokenOptions;
import dev.roster.domain.user.Username;
import dev.roster.domain.workspace.WorkspaceName;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The account to begin with. */
final class AccountOptions {
    @Option(
            names = "--username",
            paramLabel = "USERNAME",
            description = "The first account: an owner, if there is none yet. An e-mail address becomes both username "
                    + "and e-mail address. An existing account is not changed.")
    private @Nullable Username username;

    @Mixin
    private PasswordOptions password;

    @Mixin
    private TokenOptions token;

    @Option(
            names = "--workspace",
            paramLabel = "NAME",
            description = "A workspace to create for the first owner; default: none.")
    private @Nullable WorkspaceName workspace;

    AccountRequest read(CommandSpec spec, Secrets secrets) {
        SecretOptions.refuseTwoFromStandardInput(spec, password, token);
        return new AccountRequest(username, password.read(secrets), token.readText(secrets), workspace);
    }
}
