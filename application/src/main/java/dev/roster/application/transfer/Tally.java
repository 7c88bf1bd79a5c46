package dev.roster.application.transfer;

import dev.roster.application.transfer.ImportReport.Note;
import dev.roster.domain.RefusedException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Counts what becomes of the lines of one file. */
final class Tally {
    private final Map<Entry.Kind, Long> added = new EnumMap<>(Entry.Kind.class);
    private final List<Note> skipped = new ArrayList<>();
    private final List<Note> wrong = new ArrayList<>();
    private long skips;
    private long faults;

    /** Runs a step for a line; where a rule says no to it, the line is wrong and the next one's turn comes. */
    void step(Line line, Consumer<Line> work) {
        result(line, () -> {
            work.accept(line);
            return true;
        });
    }

    /** The same with what comes of the step; empty where a rule says no. */
    <T> Optional<T> result(Line line, Supplier<T> work) {
        try {
            return Optional.of(work.get());
        } catch (RefusedException refused) {
            if (!isAboutTheLine(refused)) {
                throw refused;
            }
            wrong(line, refused);
            return Optional.empty();
        }
    }

    private static boolean isAboutTheLine(RefusedException refused) {
        return switch (refused.kind()) {
            case INVALID, NOT_FOUND, CONFLICT -> true;
            case UNAUTHENTICATED, FORBIDDEN, CHANGED, THROTTLED, BUSY, UNAVAILABLE -> false;
        };
    }

    void wrong(Line line, RefusedException why) {
        faults++;
        if (wrong.size() < ImportReport.MOST_NOTES) {
            wrong.add(new Note(line.number(), kind(line), why.field(), why.reason(), why.unknownName()));
        }
    }

    void skip(Line line, String why) {
        skips++;
        if (skipped.size() < ImportReport.MOST_NOTES) {
            skipped.add(new Note(line.number(), kind(line), null, why));
        }
    }

    private static Entry.@Nullable Kind kind(Line line) {
        return line.entry() == null ? null : line.entry().kind();
    }

    void add(Entry.Kind kind, long count) {
        if (count > 0) {
            added.merge(kind, count, Long::sum);
        }
    }

    /** What a store answered to many at once. */
    void count(List<Line> lines, List<Boolean> answers, String there) {
        for (int at = 0; at < lines.size(); at++) {
            Line line = lines.get(at);
            Entry entry = line.entry();
            if (!answers.get(at)) {
                skip(line, there);
            } else if (entry != null) {
                add(entry.kind(), 1);
            }
        }
    }

    ImportReport report() {
        return new ImportReport(added, skipped, skips, wrong, faults);
    }
}
