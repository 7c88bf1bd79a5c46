package dev.roster.application.transfer;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of a file.
 *
 * @param added how many of each kind; what would have been, where nothing was kept
 * @param skipped what was there before, the first {@link #MOST_NOTES}
 * @param skips how many those are in all
 * @param wrong the lines that cannot be imported, the first {@link #MOST_NOTES}; with any of them nothing was
 * @param faults how many those are in all
 */
public record ImportReport(Map<Entry.Kind, Long> added, List<Note> skipped, long skips, List<Note> wrong, long faults) {
    public static final int MOST_NOTES = 1_000;

    /**
     * Why a line is not imported.
     *
     * @param kind null for a line that could not be read
     * @param field the field it is about, or null
     */
    public record Note(
            long line, Entry.@Nullable Kind kind, @Nullable String field, String reason) {}

    public ImportReport {
        added = Map.copyOf(added);
        skipped = List.copyOf(skipped);
        wrong = List.copyOf(wrong);
    }

    public long added(Entry.Kind kind) {
        return added.getOrDefault(kind, 0L);
    }

    public boolean isWrong() {
        return faults > 0;
    }
}
