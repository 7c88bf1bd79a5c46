package dev.roster.bootstrap;

import dev.roster.cli.terminal.InstallationException;
import dev.roster.cli.terminal.ProcessText;
import java.util.Map;

/** What the process was started with; a type of its own so that tests can start others. */
record Environment(Map<String, String> variables, String account, String version) {
    /** @throws InstallationException for a variable of Roster's that is not text */
    static Environment ofThisProcess(ProcessText text) {
        String version = Main.class.getPackage().getImplementationVersion();
        return new Environment(
                text.environment(System.getenv()),
                text.account(System.getProperty("user.name", "unknown")),
                version == null ? "development" : version);
    }

    @Override
    public String toString() {
        return "Environment[" + account + "]";
    }
}
