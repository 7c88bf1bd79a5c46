package dev.roster.cli;

import jakarta.inject.Inject;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Runs one command line after another, never two at once. */
public final class RosterCommandLine {
    private final IFactory factory;
    private final Terminal terminal;
    private final GivenOptions given;

    @Inject
    RosterCommandLine(IFactory factory, Terminal terminal, GivenOptions given) {
        this.factory = factory;
        this.terminal = terminal;
        this.given = given;
    }

    /** Returns the exit code: 0 done, 1 refused or failed, 2 not understood. */
    public int run(String... arguments) {
        given.clear();
        CommandLine line = new CommandLine(RootCommand.class, factory)
                .setOut(terminal.out())
                .setErr(terminal.err());
        return line.execute(arguments);
    }
}
