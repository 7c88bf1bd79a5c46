package dev.roster.cli;

import dev.roster.cli.terminal.Terminal;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "completion",
        header = "Print a script that teaches bash and zsh to complete this command.",
        footer = {
            "",
            "Examples:",
            "  source <(roster completion)",
            "  roster completion > /etc/bash_completion.d/roster"
        })
final class CompletionCommand implements Runnable {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Inject
    CompletionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        PrintWriter out = terminal.out();
        out.print(AutoComplete.bash("roster", spec.root().commandLine()));
        out.flush();
    }
}
