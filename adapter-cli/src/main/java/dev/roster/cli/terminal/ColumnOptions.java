package dev.roster.cli.terminal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What of each item of a list to print, to be mixed in. */
public final class ColumnOptions {
    /** What the help calls a column; completion knows the option by it. */
    public static final String LABEL = "COLUMN";

    @Option(
            names = "--columns",
            paramLabel = LABEL,
            split = ",",
            description = "Print these columns in this order, as in id,created_at. An unknown one lists all there are.")
    private @Nullable List<String> columns;

    /** Whether it was said what to print of each item. */
    boolean areGiven() {
        return columns != null;
    }

    /** @throws UsageException for a column that the layout does not have */
    <T> Layout<T> chosen(Layout<T> layout) {
        return columns == null ? layout : layout.only(columns);
    }
}
