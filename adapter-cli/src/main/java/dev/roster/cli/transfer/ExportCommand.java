package dev.roster.cli.transfer;

import dev.roster.application.transfer.ExportEverything;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import dev.roster.cli.terminal.PrivateFile;
import dev.roster.cli.terminal.Terminal;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "export",
        header = "Write everything but secrets to a file, for `roster import` to read.",
        description = {
            "JSON Lines: users of every status, organizations, workspaces, datasets, roles, and who holds what where. No "
                    + "tokens, keys, sessions or links, and password hashes only where you ask for them. Only you may read "
                    + "the file. A file that exists is overwritten only with --force.",
            "",
            "The audit trail has an export of its own, and a copy of the whole store is `roster backup`."
        },
        footer = {"", "Examples:", "  roster export roster.jsonl", "  roster export - | gzip > roster.jsonl.gz"})
public final class ExportCommand implements Runnable {
    private static final Path STANDARD_OUTPUT = Path.of("-");

    private final Operator operator;
    private final Output output;
    private final Terminal terminal;
    private final Provider<ExportEverything> exportEverything;

    @Parameters(paramLabel = "FILE", description = "The file to make, or - for standard output.")
    private Path file;

    @Option(
            names = "--with-password-hashes",
            description = "Write the hashes of passwords too, so that people can log in as before. Who reads them can "
                    + "guess at the passwords: keep the file as you keep the store.")
    private boolean withPasswordHashes;

    @Option(names = "--force", description = "Overwrite a file that exists.")
    private boolean force;

    @Inject
    ExportCommand(Operator operator, Output output, Terminal terminal, Provider<ExportEverything> exportEverything) {
        this.operator = operator;
        this.output = output;
        this.terminal = terminal;
        this.exportEverything = exportEverything;
    }

    @Override
    public void run() {
        if (withPasswordHashes) {
            output.say("warning: this export holds password hashes, keep it as you keep the store");
        }
        if (file.equals(STANDARD_OUTPUT)) {
            write(new EntryWriter(terminal.out(), true));
            terminal.out().flush();
        } else {
            PrivateFile.write(file, force, this::writeTo);
        }
    }

    private void writeTo(PrintWriter out) {
        EntryWriter entries = new EntryWriter(out, false);
        write(entries);
        output.say("wrote " + entries.entries() + " lines to `" + file + "`");
    }

    private void write(EntryWriter entries) {
        exportEverything.get().handle(operator.caller(), withPasswordHashes, entries);
    }
}
