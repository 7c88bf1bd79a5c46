package dev.roster.cli.completion;

import dev.roster.cli.terminal.Terminal;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "completion",
        header = "Print a script that completes commands, options and names in your shell.",
        description =
                "Names of users, workspaces, organizations, roles and datasets come from the store that the command line "
                        + "names, at most 100 at a time.",
        footer = {
            "",
            "Examples:",
            "  source <(roster completion)",
            "  source <(roster completion zsh)",
            "  roster completion fish > ~/.config/fish/completions/roster.fish"
        })
public final class CompletionCommand implements Runnable {
    private final Terminal terminal;

    @Parameters(paramLabel = "SHELL", arity = "0..1", description = "bash, zsh or fish; default: bash.")
    private Shell shell = Shell.BASH;

    @Inject
    CompletionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        PrintWriter out = terminal.out();
        out.print(script("roster." + shell.word()));
        out.flush();
    }

    private static String script(String name) {
        try (InputStream script = CompletionCommand.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(script, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
