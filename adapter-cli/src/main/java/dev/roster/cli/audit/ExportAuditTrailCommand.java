package dev.roster.cli.audit;

import dev.roster.application.audit.ExportAuditTrail;
import dev.roster.cli.terminal.InstallationException;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import dev.roster.cli.terminal.PrivateFile;
import dev.roster.cli.terminal.Terminal;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "export",
        header = "Write the whole audit trail to a file, oldest first.",
        description = "Writes one JSON object for each line: an event, or the seal of the events before it. An "
                + "existing file is never overwritten, and only you may read the new one. You can verify the file later, with the key of this "
                + "installation: roster audit verify --file.",
        footer = {
            "",
            "Examples:",
            "  roster audit export audit-2026-03.jsonl",
            "  roster audit export - | gzip > audit.jsonl.gz"
        })
final class ExportAuditTrailCommand implements Runnable {
    private final Operator operator;
    private final Output output;
    private final Terminal terminal;
    private final Provider<ExportAuditTrail> exportAuditTrail;

    @Parameters(paramLabel = "FILE", description = "The file to create, or - for standard output.")
    private Path file;

    @Inject
    ExportAuditTrailCommand(
            Operator operator, Output output, Terminal terminal, Provider<ExportAuditTrail> exportAuditTrail) {
        this.operator = operator;
        this.output = output;
        this.terminal = terminal;
        this.exportAuditTrail = exportAuditTrail;
    }

    @Override
    public void run() {
        Written written = new Written();
        if (file.toString().equals("-")) {
            written.to(terminal.out());
            terminal.out().flush();
            return;
        }
        if (Files.exists(file)) {
            throw new InstallationException("`" + file + "` exists; name a new file");
        }
        PrivateFile.write(file, false, written::to);
        output.say("wrote " + written.events + " events and " + written.seals + " seals to `" + file + "`");
    }

    /** How much was written. */
    private final class Written {
        private long events;
        private long seals;

        void to(PrintWriter lines) {
            exportAuditTrail
                    .get()
                    .handle(
                            operator.caller(),
                            record -> {
                                lines.print(AuditLines.of(record) + "\n");
                                events++;
                            },
                            seal -> {
                                lines.print(AuditLines.of(seal) + "\n");
                                seals++;
                            });
        }
    }
}
