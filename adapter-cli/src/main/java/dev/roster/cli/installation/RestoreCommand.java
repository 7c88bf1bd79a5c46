package dev.roster.cli.installation;

import dev.roster.cli.terminal.Installation;
import dev.roster.cli.terminal.Output;
import dev.roster.cli.terminal.Restored;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "restore",
        header = "Replace the store with a backup.",
        description = {
            "Stop the server first. Before it changes anything, the command reads the whole backup: it "
                    + "must not be damaged or come from a newer Roster, and must open with the secret key of this "
                    + "installation. The backup replaces the store completely or not at all. The old store stays "
                    + "beside it, under a name with the time.",
            "For PostgreSQL, use its own tools, pg_dump and pg_restore."
        },
        footer = {"", "Examples:", "  roster restore /backups/roster-2026-03-02.db"})
public final class RestoreCommand implements Runnable {
    private final Output output;
    private final Provider<Installation> installation;

    @Parameters(paramLabel = "FILE", description = "A file that roster backup wrote.")
    private Path file;

    @Inject
    RestoreCommand(Output output, Provider<Installation> installation) {
        this.output = output;
        this.installation = installation;
    }

    @Override
    public void run() {
        Restored restored = installation.get().restore(file);
        output.say("restored `" + file + "` to " + restored.store() + ": schema version "
                + restored.backup().schema() + ", secret key "
                + restored.backup().key());
        restored.old()
                .ifPresent(old -> output.say("the old store is `" + old
                        + "` now; delete it, with the files beside it, when you no longer need it"));
        output.say("everything that was revoked, changed or deleted since the backup is as it was then; see "
                + "docs/operations.md");
    }
}
