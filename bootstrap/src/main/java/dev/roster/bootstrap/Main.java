package dev.roster.bootstrap;

import dev.roster.cli.CliModule;
import dev.roster.cli.terminal.ExitCodes;
import dev.roster.cli.terminal.InstallationException;
import dev.roster.cli.terminal.ProcessText;
import dev.roster.cli.terminal.Release;
import dev.roster.cli.terminal.Terminal;

/** Starts Roster. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(start(Terminal.ofThisProcess(), arguments));
    }

    private static int start(Terminal terminal, String... arguments) {
        Environment environment;
        String[] words;
        try {
            ProcessText text = ProcessText.ofThisProcess();
            environment = Environment.ofThisProcess(text);
            words = text.arguments(arguments);
        } catch (InstallationException unreadable) {
            terminal.err().println("roster: " + unreadable.getMessage());
            return ExitCodes.USAGE;
        }
        return run(environment, terminal, words);
    }

    /** Returns the exit code: one of {@link dev.roster.cli.terminal.ExitCodes}. */
    static int run(Environment environment, Terminal terminal, String... arguments) {
        // Pictures are drawn without a screen, even where there is one.
        System.setProperty("java.awt.headless", "true");
        CliModule commands = new CliModule(terminal, new Release(environment.version()));
        try (Wiring wiring = new Wiring(new RosterModule(environment, commands))) {
            return commands.commandLine(wiring::injector).run(arguments);
        }
    }
}
