package dev.roster.bootstrap;

import dev.roster.cli.CliModule;
import dev.roster.cli.terminal.Release;
import dev.roster.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/** Writes an AsciiDoc source of a manual page for each command that is shown; the distribution turns them into pages. */
public final class ManPages {
    private static final boolean[] QUIET = {};

    private ManPages() {}

    /** Takes the directory to write to. */
    public static void main(String[] arguments) throws IOException {
        Path directory = Files.createDirectories(Path.of(arguments[0]));
        List<CommandSpec> all = new ArrayList<>();
        collect(commands(), all);
        int code = ManPageGenerator.generateManPage(
                directory.toFile(), null, QUIET, true, all.toArray(CommandSpec[]::new));
        if (code != CommandLine.ExitCode.OK) {
            throw new IOException("no manual pages, see above");
        }
    }

    private static CommandSpec commands() {
        return new CliModule(Terminal.ofThisProcess(), new Release(""))
                .commandLine(() -> {
                    throw new IllegalStateException("pages need no injector");
                })
                .commands();
    }

    private static void collect(CommandSpec command, List<CommandSpec> all) {
        if (!command.usageMessage().hidden()) {
            all.add(command);
            command.subcommands().values().stream().distinct().forEach(sub -> collect(sub.getCommandSpec(), all));
        }
    }
}
