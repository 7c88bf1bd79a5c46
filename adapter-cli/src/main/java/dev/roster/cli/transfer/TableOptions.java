package dev.roster.cli.transfer;

import dev.roster.cli.terminal.UsageException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How to read a CSV of people, to be mixed in. */
public final class TableOptions {
    @Option(
            names = "--map",
            paramLabel = "COLUMN=FIELD",
            description = "The field of a column of the CSV, or - to leave the column out; may be repeated.")
    private @Nullable Map<String, String> fields;

    @Option(names = "--ignore-columns", description = "Leave out unknown columns of the CSV.")
    private boolean ignoring;

    @Option(
            names = "--fill-short-rows",
            description = "Treat missing cells at the end of a row as empty. Excel sometimes leaves them out.")
    private boolean filling;

    @Option(
            names = "--encoding",
            paramLabel = "ENCODING",
            description = "utf-8, utf-16le, utf-16be or windows-1252; default: detected from the file's first bytes.")
    private @Nullable TextEncoding encoding;

    /**
     * For what reads no file at all.
     *
     * @param option that would name one
     * @throws UsageException if it was said how to read it
     */
    public void requireUnused(String option) {
        if (encoding != null) {
            throw new UsageException("--encoding goes with " + option);
        }
        requireNoneOfTables(option);
    }

    /** @throws UsageException if it was said how to read a CSV */
    void requireNoneOfTables(String needed) {
        String given = fields != null ? "--map" : ignoring ? "--ignore-columns" : filling ? "--fill-short-rows" : null;
        if (given != null) {
            throw new UsageException(given + " goes with " + needed);
        }
    }

    /** The fields that columns were said to hold, by the columns' titles. */
    Map<String, String> fields() {
        return fields == null ? Map.of() : fields;
    }

    boolean isIgnoring() {
        return ignoring;
    }

    boolean isFilling() {
        return filling;
    }

    @Nullable
    TextEncoding encoding() {
        return encoding;
    }
}
