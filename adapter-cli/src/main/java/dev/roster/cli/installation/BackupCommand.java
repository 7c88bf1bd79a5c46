package dev.roster.cli.installation;

import dev.roster.cli.terminal.Backup;
import dev.roster.cli.terminal.Installation;
import dev.roster.cli.terminal.Output;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "backup",
        header = "Write a consistent copy of the store to a file, or check one.",
        description = {
            "Servers can use the store meanwhile. An existing file is never overwritten. In a directory, "
                    + "the name of the copy contains the time, as in roster-20260302T090000123Z.db. The copy opens "
                    + "only with the secret key of this installation: back that up separately.",
            "With --verify, the command reads the whole FILE and shows whether it is damaged or cut off, "
                    + "which version of the tables it has, and whether it opens with the secret key of this "
                    + "installation. Nothing is changed."
        },
        footer = {
            "",
            "Examples:",
            "  roster backup /backups/roster-2026-03-02.db",
            "  roster backup /backups --keep 14",
            "  roster backup --verify /backups/roster-2026-03-02.db"
        })
public final class BackupCommand implements Runnable {
    private final Output output;
    private final Provider<Installation> installation;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The file to create, or a directory to create it in.")
    private Path file;

    @Option(
            names = "--keep",
            paramLabel = "N",
            description =
                    "Keep the N newest backups in the directory, and delete older ones. Other files stay. Default: "
                            + "keep all.")
    private @Nullable Integer keep;

    @Option(names = "--verify", description = "Check FILE, and write nothing.")
    private boolean verify;

    @Inject
    BackupCommand(Output output, Provider<Installation> installation) {
        this.output = output;
        this.installation = installation;
    }

    @Override
    public void run() {
        requireSense();
        if (verify) {
            verify();
        } else {
            write();
        }
    }

    private void requireSense() {
        if (keep == null) {
            return;
        }
        if (keep < 1) {
            throw wrong("--keep: `" + keep + "` is too few, expected 1 or more");
        }
        if (verify || !Files.isDirectory(file)) {
            throw wrong("--keep needs a directory to write the copy to, `" + file + "` is "
                    + (verify ? "a copy to verify" : "none"));
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private void verify() {
        Backup backup = installation.get().verifyBackup(file);
        output.say("`" + file + "` is complete: schema version " + backup.schema()
                + ", and it opens with the secret key " + backup.key());
    }

    private void write() {
        Backup backup = Files.isDirectory(file)
                ? installation.get().backupInto(file, keep == null ? Integer.MAX_VALUE : keep)
                : installation.get().backup(file);
        output.say("wrote `" + backup.file() + "`; it opens only with the secret key " + backup.key()
                + ", keep the key in another place");
        backup.pruned().forEach(old -> output.say("deleted `" + old + "`"));
    }
}
