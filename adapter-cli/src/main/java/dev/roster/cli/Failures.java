package dev.roster.cli;

import dev.roster.cli.terminal.CellText;
import dev.roster.cli.terminal.Choices;
import dev.roster.cli.terminal.ExitCodes;
import dev.roster.cli.terminal.Ink;
import dev.roster.cli.terminal.InstallationException;
import dev.roster.cli.terminal.Misspelling;
import dev.roster.cli.terminal.Terminal;
import dev.roster.cli.transfer.MistakenFileException;
import dev.roster.domain.RefusedException;
import dev.roster.domain.UserText;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells people what went wrong, in one line where they can do something about it. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private static final String NO_COMMAND = "Missing required subcommand";

    private final Terminal terminal;
    private final Choices choices;

    @Inject
    Failures(Terminal terminal, Choices choices) {
        this.terminal = terminal;
        this.choices = choices;
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = terminal.err();
        if (NO_COMMAND.equals(wrong.getMessage())) {
            command.usage(err, command.getColorScheme());
            err.flush();
            return ExitCodes.USAGE;
        }
        print(inWords(wrong));
        List<String> meant = meant(wrong, command);
        err.println(
                meant.isEmpty()
                        ? "Try: " + command.getCommandSpec().qualifiedName() + " --help"
                        : "Did you mean: " + String.join(" or ", meant) + "?");
        err.flush();
        return ExitCodes.USAGE;
    }

    /** What the first word that was not understood may have been meant to be. */
    private static List<String> meant(ParameterException wrong, CommandLine command) {
        if (!(wrong instanceof UnmatchedArgumentException unmatched)
                || unmatched.getUnmatched().isEmpty()) {
            return List.of();
        }
        String word = unmatched.getUnmatched().get(0);
        if (unmatched.isUnknownOption()) {
            return new Misspelling(word)
                    .candidates(command.getCommandSpec().optionsMap().keySet());
        }
        String group = command.getCommandSpec().qualifiedName();
        return new Misspelling(word)
                .candidates(command.getSubcommands().keySet()).stream()
                        .map(name -> group + " " + name)
                        .toList();
    }

    private static String inWords(ParameterException wrong) {
        ArgSpec argument = wrong.getArgSpec();
        if (argument != null && wrong.getCause() instanceof TypeConversionException malformed) {
            return name(argument) + ": " + malformed.getMessage();
        }
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        String message = String.valueOf(wrong.getMessage()).replace("Error: ", "");
        return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static String unmatched(UnmatchedArgumentException unmatched) {
        List<String> surplus = unmatched.getUnmatched();
        String first = surplus.isEmpty() ? "" : surplus.get(0);
        if (unmatched.isUnknownOption()) {
            return "unknown option " + UserText.quote(first);
        }
        boolean isGroup = !unmatched.getCommandLine().getSubcommands().isEmpty();
        return (isGroup ? "unknown command " : "one argument too many, ") + UserText.quote(first);
    }

    /** Whoever provides a use case may wrap what went wrong while the store was opened. */
    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        List<Throwable> causes = Stream.iterate((Throwable) failure, cause -> cause != null, Throwable::getCause)
                .toList();
        for (Throwable cause : causes) {
            if (cause instanceof RefusedException refused) {
                print(refused.reason());
                return ExitCodes.of(refused.kind());
            }
            if (cause instanceof MistakenFileException wrong) {
                wrong.reasons().forEach(this::printReason);
                print(firstLine(wrong));
                return ExitCodes.REFUSED;
            }
            if (cause instanceof InstallationException) {
                print(firstLine(cause));
                showWhere(cause);
                return ExitCodes.REFUSED;
            }
        }
        printDefect(failure, causes.get(causes.size() - 1));
        return ExitCodes.REFUSED;
    }

    private void printDefect(Exception failure, Throwable root) {
        String message = firstLine(root);
        print("something went wrong inside: " + root.getClass().getSimpleName()
                + (message.isEmpty() ? "" : ": " + message)
                + (choices.isVerbose() ? "" : "; run with --verbose for details"));
        showWhere(failure);
    }

    private static String firstLine(Throwable failure) {
        return failure.getMessage() == null
                ? ""
                : failure.getMessage().lines().findFirst().orElse("");
    }

    private void showWhere(Throwable failure) {
        if (choices.isVerbose()) {
            failure.printStackTrace(terminal.err());
            terminal.err().flush();
        }
    }

    private void printReason(String reason) {
        terminal.err().println(CellText.tame(reason));
    }

    private void print(String message) {
        terminal.err().println(Ink.RED.on(terminal, "roster:") + " " + CellText.tame(message));
        terminal.err().flush();
    }
}
