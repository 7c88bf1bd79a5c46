package dev.roster.cli.terminal;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What holds for the options that bring secrets, taken together. */
public final class SecretOptions {
    private SecretOptions() {}

    public static void refuseTwoFromStandardInput(CommandSpec spec, PasswordOptions password, TokenOptions token) {
        if (password.isFromStandardInput() && token.isFromStandardInput()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "only one secret can come from standard input, give --password-stdin or --user-token-stdin");
        }
    }
}
