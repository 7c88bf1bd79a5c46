package dev.roster.cli.audit;

import dev.roster.application.audit.ExportAuditTrail;
import dev.roster.cli.terminal.InstallationException;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import dev.roster.cli.terminal.Terminal;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "export",
        header = "Write the whole audit trail to a file, oldest first.",
        description =
                "One JSON object in each line, an event or the seal that closes those before it. A file that exists "
                        + "is never overwritten. The file can be verified later, with the key of this installation.",
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

    @Parameters(paramLabel = "FILE", description = "The file to make, or - for standard output.")
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
        if (file.toString().equals("-")) {
            write(terminal.out());
            terminal.out().flush();
        } else {
            writeFile();
        }
    }

    private void writeFile() {
        ExportAuditTrail ready = exportAuditTrail.get();
        try (PrintWriter lines = new PrintWriter(Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW))) {
            long[] written = write(ready, lines);
            lines.flush();
            if (lines.checkError()) {
                throw new InstallationException("`" + file + "` could not be written to its end");
            }
            output.say("wrote " + written[0] + " events and " + written[1] + " seals to `" + file + "`");
        } catch (FileAlreadyExistsException taken) {
            throw new InstallationException("`" + file + "` exists; name a new file", taken);
        } catch (IOException failed) {
            throw new InstallationException("`" + file + "` cannot be written", failed);
        }
    }

    private void write(PrintWriter lines) {
        write(exportAuditTrail.get(), lines);
    }

    private long[] write(ExportAuditTrail export, PrintWriter lines) {
        long[] written = {0, 0};
        export.handle(
                operator.caller(),
                record -> {
                    lines.print(AuditLines.of(record) + "\n");
                    written[0]++;
                },
                seal -> {
                    lines.print(AuditLines.of(seal) + "\n");
                    written[1]++;
                });
        return written;
    }
}
