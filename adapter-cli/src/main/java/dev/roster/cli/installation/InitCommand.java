package dev.roster.cli.installation;

import dev.roster.cli.terminal.AccountQuestions;
import dev.roster.cli.terminal.Choices;
import dev.roster.cli.terminal.Installation;
import dev.roster.cli.terminal.Secrets;
import dev.roster.cli.terminal.Terminal;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "init",
        header = "Create the store and the first account, without starting a server.",
        description = {
            "Asks for the username and the password if you do not give them; with --quiet, it asks for "
                    + "nothing. There are no default passwords."
        },
        footer = {
            "",
            "Examples:",
            "  roster init",
            "  roster init --username ada@example.org --password-prompt",
            "  pass show roster/ada | roster init --username ada@example.org --password-stdin"
        })
public final class InitCommand implements Runnable {
    private final Provider<Installation> installation;
    private final Terminal terminal;
    private final Secrets secrets;
    private final Choices choices;

    @Spec
    private CommandSpec spec;

    @Mixin
    private AccountOptions account;

    @Inject
    InitCommand(Provider<Installation> installation, Terminal terminal, Secrets secrets, Choices choices) {
        this.installation = installation;
        this.terminal = terminal;
        this.secrets = secrets;
        this.choices = choices;
    }

    @Override
    public void run() {
        AccountQuestions questions = PromptedAccount.of(choices.isQuiet() ? Optional.empty() : terminal.asking());
        installation.get().init(account.read(spec, secrets), questions, terminal.out());
    }
}
