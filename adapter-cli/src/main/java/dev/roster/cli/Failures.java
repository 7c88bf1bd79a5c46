package dev.roster.cli;

import dev.roster.domain.RefusedException;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells people what went wrong, in one line where they can do something about it. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
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
        print(lowerCase(wrong.getMessage()));
        PrintWriter err = terminal.err();
        if (!UnmatchedArgumentException.printSuggestions(wrong, err)) {
            err.println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        }
        err.flush();
        return ExitCodes.USAGE;
    }

    /** Whoever provides a use case may wrap what went wrong while the store was opened. */
    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        for (Throwable cause : causes(failure)) {
            if (cause instanceof RefusedException refused) {
                print(refused.reason());
                return ExitCodes.of(refused.kind());
            }
            if (cause instanceof InstallationException wrong) {
                print(String.valueOf(wrong.getMessage()));
                showWhere(wrong);
                return ExitCodes.REFUSED;
            }
        }
        printDefect(failure);
        return ExitCodes.REFUSED;
    }

    private static Iterable<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)::iterator;
    }

    private void printDefect(Exception failure) {
        String what = failure.getClass().getSimpleName()
                + (failure.getMessage() == null
                        ? ""
                        : ": " + failure.getMessage().lines().findFirst().orElse(""));
        print("something went wrong inside: " + what + (choices.isVerbose() ? "" : "; run with --verbose for details"));
        showWhere(failure);
    }

    private void showWhere(Exception failure) {
        if (choices.isVerbose()) {
            failure.printStackTrace(terminal.err());
        }
    }

    private void print(String message) {
        terminal.err().println("roster: " + CellText.tame(message));
        terminal.err().flush();
    }

    private static String lowerCase(String message) {
        return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
    }
}
