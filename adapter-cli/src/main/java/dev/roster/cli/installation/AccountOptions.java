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
            description =
                    "The account to begin with: the first owner where there is none. An e-mail address becomes username "
                            + "and e-mail address. An account that exists stays as it is.")
    private @Nullable Username username;

    @Mixin
    private PasswordOptions password;

    @Mixin
    private TokenOptions token;

    @Option(
            names = "--workspace",
            paramLabel = "NAME",
            description = "A workspace to create along with the first owner.")
    private @Nullable WorkspaceName workspace;

    AccountRequest read(CommandSpec spec, Secrets secrets) {
        SecretOptions.refuseTwoFromStandardInput(spec, password, token);
        return new AccountRequest(username, password.read(secrets), token.readText(secrets), workspace);
    }
}
