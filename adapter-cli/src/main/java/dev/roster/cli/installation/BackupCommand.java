package dev.roster.cli.installation;

import dev.roster.cli.terminal.Installation;
import dev.roster.cli.terminal.Output;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "backup",
        header = "Write a consistent copy of the store to a file.",
        description = "Servers may go on using the store meanwhile. A file that exists is never overwritten. The "
                + "copy opens only with the secret key of this installation, which needs a backup of its own.",
        footer = {"", "Examples:", "  roster backup /backups/roster-2026-03-02.db"})
public final class BackupCommand implements Runnable {
    private final Output output;
    private final Provider<Installation> installation;

    @Parameters(paramLabel = "FILE", description = "The file to make.")
    private Path file;

    @Inject
    BackupCommand(Output output, Provider<Installation> installation) {
        this.output = output;
        this.installation = installation;
    }

    @Override
    public void run() {
        String key = installation.get().backup(file);
        output.say("wrote `" + file + "`; it opens only with the secret key " + key + ", keep that in another place");
    }
}
