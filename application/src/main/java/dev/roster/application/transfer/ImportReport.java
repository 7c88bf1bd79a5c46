package dev.roster.application.transfer;

import dev.roster.domain.UnknownName;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The result of an import.
 *
 * @param added how many of each kind; what would have been, where nothing was kept
 * @param skipped what was there before, the first {@link #MOST_NOTES}
 * @param skips how many those are in all
 * @param wrong what is wrong with lines, the first {@link #MOST_NOTES}; with any of it nothing was imported
 * @param faults how many those are in all
 */
public record ImportReport(Map<Entry.Kind, Long> added, List<Note> skipped, long skips, List<Note> wrong, long faults) {
    public static final int MOST_NOTES = 10_000;

    /**
     * Why a line is not imported.
     *
     * @param kind null for a line that could not be read
     * @param field the field it is about, or null
     * @param unknown the name that nothing has, or null where the reason is another one
     */
    public record Note(
            long line,
            Entry.@Nullable Kind kind,
            @Nullable String field,
            String reason,
            @Nullable UnknownName unknown) {
        public Note(long line, Entry.@Nullable Kind kind, @Nullable String field, String reason) {
            this(line, kind, field, reason, null);
        }
    }

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
