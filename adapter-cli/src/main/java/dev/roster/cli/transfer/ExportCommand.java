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
        header = "Write everything but secrets to a file for roster import.",
        description = {
            "The file is JSON Lines: users of every status, organizations, workspaces, datasets, roles, "
                    + "memberships, grants and assignments. It contains no tokens, keys, sessions or links, and "
                    + "password hashes only if you ask for them. Only you may read the file. An existing file is "
                    + "overwritten only with --force.",
            "",
            "For the audit trail, use roster audit export; for a copy of the whole store, roster backup."
        },
        footer = {"", "Examples:", "  roster export roster.jsonl", "  roster export - | gzip > roster.jsonl.gz"})
public final class ExportCommand implements Runnable {
    private static final Path STANDARD_OUTPUT = Path.of("-");

    private final Operator operator;
    private final Output output;
    private final Terminal terminal;
    private final Provider<ExportEverything> exportEverything;

    @Parameters(paramLabel = "FILE", description = "The file to create, or - for standard output.")
    private Path file;

    @Option(
            names = "--with-password-hashes",
            description = "Also write password hashes, so that people can log in as before. A reader of the hashes can "
                    + "guess passwords: protect the file like the store.")
    private boolean withPasswordHashes;

    @Option(names = "--force", description = "Overwrite an existing file.")
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
            output.say("warning: this export contains password hashes, protect it like the store");
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
