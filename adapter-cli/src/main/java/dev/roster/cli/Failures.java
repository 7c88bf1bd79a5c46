package dev.roster.cli;

import dev.roster.application.work.Lookups;
import dev.roster.cli.terminal.CellText;
import dev.roster.cli.terminal.Choices;
import dev.roster.cli.terminal.ExitCodes;
import dev.roster.cli.terminal.Ink;
import dev.roster.cli.terminal.InstallationException;
import dev.roster.cli.terminal.Suggestions;
import dev.roster.cli.terminal.Terminal;
import dev.roster.cli.terminal.UsageException;
import dev.roster.cli.terminal.Wrapping;
import dev.roster.cli.transfer.MistakenFileException;
import dev.roster.domain.RefusedException;
import dev.roster.domain.UserText;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells people what went wrong, in one line where they can do something about it. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private static final String NAME = "roster:";
    private static final String NO_COMMAND = "Missing required subcommand";

    private final Terminal terminal;
    private final Choices choices;
    private final CommandTree commands;
    private final Lookups lookups;
    private final Provider<Suggestions> suggestions;

    @Inject
    Failures(
            Terminal terminal,
            Choices choices,
            CommandTree commands,
            Lookups lookups,
            Provider<Suggestions> suggestions) {
        this.lookups = lookups;
        this.terminal = terminal;
        this.choices = choices;
        this.commands = commands;
        this.suggestions = suggestions;
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        if (NO_COMMAND.equals(wrong.getMessage())) {
            CommandLine group = wrong.getCommandLine();
            group.usage(terminal.err(), group.getColorScheme());
            terminal.err().flush();
        } else {
            explain(unknownOption(wrong), arguments);
        }
        return ExitCodes.USAGE;
    }

    /** What is missing may be what the misspelled option was to give. */
    private static ParameterException unknownOption(ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        List<String> options = command.getUnmatchedArguments().stream()
                .filter(word -> word.startsWith("-"))
                .toList();
        boolean isHidden = !options.isEmpty()
                && !(wrong instanceof UnmatchedArgumentException)
                && !(wrong.getCause() instanceof TypeConversionException);
        return isHidden ? new UnmatchedArgumentException(command, options) : wrong;
    }

    private void explain(ParameterException wrong, String... arguments) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = terminal.err();
        List<String> meant = MeantCommand.of(wrong, List.of(arguments), commands);
        // `user create` is the command `user` without its option only to the parser.
        boolean isGroup = wrong instanceof MissingParameterException && !meant.isEmpty();
        print(
                isGroup
                        ? "`" + command.getCommandSpec().qualifiedName() + "` is not a group of commands"
                        : inWords(wrong));
        err.println(
                meant.isEmpty()
                        ? "Try: " + command.getCommandSpec().qualifiedName() + " --help"
                        : "Did you mean: " + String.join(" or ", meant) + "?");
        err.flush();
    }

    private static String inWords(ParameterException wrong) {
        ArgSpec argument = wrong.getArgSpec();
        if (argument != null && wrong.getCause() instanceof TypeConversionException malformed) {
            String field = malformed instanceof MalformedValueException value ? value.field() : null;
            return AskedArgument.inWords(argument, field, String.valueOf(malformed.getMessage()));
        }
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        String message = String.valueOf(wrong.getMessage()).replace("Error: ", "");
        return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
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
                return refuse(refused, command);
            }
            if (cause instanceof MistakenFileException wrong) {
                wrong.reasons().forEach(this::printReason);
                print(firstLine(wrong));
                return ExitCodes.REFUSED;
            }
            if (cause instanceof UsageException) {
                print(firstLine(cause));
                return ExitCodes.USAGE;
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

    private int refuse(RefusedException refused, CommandLine command) {
        AskedArgument asked = new AskedArgument(command, refused);
        print(lookups.withNames(asked.inWords()) + suggestions.get().hint(refused.unknownName()));
        return asked.isMalformed() ? ExitCodes.USAGE : ExitCodes.of(refused.kind());
    }

    private void printDefect(Exception failure, Throwable root) {
        String message = firstLine(root);
        print("internal error: " + root.getClass().getSimpleName()
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
        Wrapping.on(terminal).lines(CellText.tame(reason), "  ").forEach(terminal.err()::println);
    }

    private void print(String message) {
        List<String> lines = Wrapping.on(terminal).lines(NAME + " " + CellText.tame(message), "  ");
        terminal.err().println(Ink.RED.on(terminal, NAME) + lines.get(0).substring(NAME.length()));
        lines.stream().skip(1).forEach(terminal.err()::println);
        terminal.err().flush();
    }
}
