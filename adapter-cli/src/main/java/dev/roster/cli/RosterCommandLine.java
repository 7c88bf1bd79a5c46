package dev.roster.cli;

import dev.roster.application.work.Lookups;
import dev.roster.cli.terminal.Choices;
import dev.roster.cli.terminal.GivenOptions;
import jakarta.inject.Inject;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Runs one command line after another, never two at once. */
public final class RosterCommandLine {
    private final GivenOptions given;
    private final Choices choices;
    private final CommandTree commands;
    private final Failures failures;
    private final Lookups lookups;

    @Inject
    RosterCommandLine(GivenOptions given, Choices choices, CommandTree commands, Failures failures, Lookups lookups) {
        this.given = given;
        this.choices = choices;
        this.commands = commands;
        this.failures = failures;
        this.lookups = lookups;
    }

    /** Returns the exit code: one of {@link dev.roster.cli.terminal.ExitCodes}. */
    public int run(String... arguments) {
        given.clear();
        choices.reset();
        CommandLine line = commands.reachedBy(arguments)
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures)
                .setExecutionStrategy(RosterCommandLine::run);
        String[] ordered = new EarlyOptions(line).behindTheCommand(arguments);
        return lookups.during(() -> line.execute(ordered));
    }

    private static int run(ParseResult parsed) {
        requireAllInUse(parsed);
        requireChange(parsed);
        return new CommandLine.RunLast().execute(parsed);
    }

    /** A command that says it updated something has done so. */
    private static void requireChange(ParseResult root) {
        CommandLine last = root.asCommandLineList().get(root.asCommandLineList().size() - 1);
        boolean isBare = last.getParseResult().matchedOptions().stream().allMatch(OptionSpec::inherited);
        if (last.getCommandName().equals("update") && isBare) {
            throw new ParameterException(last, "nothing to change, add an option");
        }
    }

    /** An option between two commands, as in {@code roster audit --since 7d export}, is of a command that does not run. */
    private static void requireAllInUse(ParseResult root) {
        for (ParseResult group = root; group.hasSubcommand(); group = group.subcommand()) {
            CommandLine below = group.subcommand().commandSpec().commandLine();
            group.matchedOptions().stream()
                    .filter(option -> option.command().parent() != null && !option.inherited())
                    .findFirst()
                    .ifPresent(idle -> {
                        throw new ParameterException(
                                below,
                                idle.longestName() + " in front of " + below.getCommandName()
                                        + " has no effect, leave it out or put it after");
                    });
        }
    }

    /** All commands as picocli knows them, for what writes pages about them; nothing is run. */
    public CommandSpec commands() {
        return commands.whole().getCommandSpec();
    }
}
