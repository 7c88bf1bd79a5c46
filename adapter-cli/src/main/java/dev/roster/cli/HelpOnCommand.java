package dev.roster.cli;

import dev.roster.cli.terminal.Misspelling;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "help",
        header = "Print the help of a command.",
        footer = {"", "Examples:", "  roster help users create"})
final class HelpOnCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    private final CommandTree commands;

    @Parameters(
            paramLabel = "COMMAND",
            arity = "0..*",
            description = "The command, such as users create; default: roster itself.")
    private @Nullable List<String> words;

    @Inject
    HelpOnCommand(CommandTree commands) {
        this.commands = commands;
    }

    @Override
    public void run() {
        CommandLine command = spec.root().commandLine();
        for (String word : words == null ? List.<String>of() : words) {
            command = below(command, word);
        }
        command.usage(spec.commandLine().getOut());
    }

    private CommandLine below(CommandLine command, String word) {
        CommandLine found = command.getSubcommands().get(word);
        if (found == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "unknown command `" + command.getCommandSpec().qualifiedName() + " " + word + "`"
                            + Misspelling.hint(MeantCommand.at(command, List.of(word), commands)));
        }
        return found;
    }
}
