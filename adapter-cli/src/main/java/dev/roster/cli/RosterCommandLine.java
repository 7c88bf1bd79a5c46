package dev.roster.cli;

import dev.roster.application.work.Lookups;
import dev.roster.cli.terminal.Choices;
import dev.roster.cli.terminal.GivenOptions;
import jakarta.inject.Inject;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

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
                .setExecutionExceptionHandler(failures);
        String[] ordered = new EarlyOptions(line).behindTheCommand(arguments);
        return lookups.during(() -> line.execute(ordered));
    }

    /** All commands as picocli knows them, for what writes pages about them; nothing is run. */
    public CommandSpec commands() {
        return commands.whole().getCommandSpec();
    }
}
