package dev.roster.cli.transfer;

import dev.roster.cli.terminal.InstallationException;
import dev.roster.cli.terminal.Layout;
import dev.roster.cli.terminal.Output;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where all mistakes of a file are written to; a report of an earlier run makes way for it, no other file does. */
final class ImportReportFile {
    private static final String BEGIN = "outcome,line,";

    private final @Nullable Path path;

    private ImportReportFile(@Nullable Path path) {
        this.path = path;
    }

    /**
     * @param path null for none
     * @throws InstallationException when another file is there
     */
    static ImportReportFile of(@Nullable Path path) {
        if (path != null && Files.exists(path) && !isReport(path)) {
            throw new InstallationException("the file `" + path + "` exists and is not a report, name another");
        }
        return new ImportReportFile(path);
    }

    private static boolean isReport(Path path) {
        try (var in = Files.newInputStream(path)) {
            return new String(in.readNBytes(BEGIN.length()), StandardCharsets.UTF_8).equals(BEGIN);
        } catch (IOException unreadable) {
            return false;
        }
    }

    <T> void write(Output output, Layout<T> layout, List<T> lines) {
        if (path != null) {
            output.write(path, true, layout, lines);
        }
    }
}
