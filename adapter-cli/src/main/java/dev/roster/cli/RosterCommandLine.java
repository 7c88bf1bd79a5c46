package dev.roster.cli;

import dev.roster.application.work.Lookups;
import dev.roster.cli.terminal.Choices;
import dev.roster.cli.terminal.GivenOptions;
import dev.roster.cli.terminal.Terminal;
import jakarta.inject.Inject;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Runs one command line after another, never two at once. */
public final class RosterCommandLine {
    private final IFactory factory;
    private final Terminal terminal;
    private final GivenOptions given;
    private final Choices choices;
    private final Converters converters;
    private final Failures failures;
    private final Lookups lookups;

    @Inject
    RosterCommandLine(
            IFactory factory,
            Terminal terminal,
            GivenOptions given,
            Choices choices,
            Converters converters,
            Failures failures,
            Lookups lookups) {
        this.factory = factory;
        this.terminal = terminal;
        this.given = given;
        this.choices = choices;
        this.converters = converters;
        this.failures = failures;
        this.lookups = lookups;
    }

    /** Returns the exit code: 0 done, 1 refused or failed, 2 not understood. */
    public int run(String... arguments) {
        given.clear();
        choices.reset();
        CommandLine line = commandLine();
        String[] ordered = new EarlyOptions(line).behindTheCommand(arguments);
        return lookups.during(() -> line.execute(ordered));
    }

    /** Made anew for each run, because picocli keeps the groups of options of the run before. */
    private CommandLine commandLine() {
        CommandLine line = new CommandLine(RootCommand.class, factory)
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setExpandAtFiles(false)
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures);
        converters.registerOn(line);
        HelpPages.layOut(line, terminal);
        return line;
    }
}
