package dev.roster.application.credential;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** When things of one kind were last used, in memory, and which of that is still to be written. Safe for many threads. */
final class Uses<K> {
    /** Beyond that many at once, newcomers are left out, and counted, until there is room again. */
    static final int MOST = 100_000;

    /** So many are written in one transaction, so that nobody waits long for it. */
    static final int MOST_AT_ONCE = 1_000;

    private final Duration atMostEvery;
    private final Map<K, Note> notes = new ConcurrentHashMap<>();
    private final LongAdder leftOut = new LongAdder();

    /** When something was last used, and the last such time that the store is known to have. */
    private record Note(Instant used, @Nullable Instant written) {
        Note usedAt(Instant at) {
            return at.isAfter(used) ? new Note(at, written) : this;
        }

        boolean isPending() {
            return written == null || written.isBefore(used);
        }

        boolean mayBeWritten(Instant now, Duration atMostEvery) {
            return written == null || !written.plus(atMostEvery).isAfter(now);
        }
    }

    /** @param atMostEvery how long after a time was written the next one is */
    Uses(Duration atMostEvery) {
        this.atMostEvery = atMostEvery;
    }

    /**
     * An earlier time than the last one changes nothing.
     *
     * @param stored the last use that the store has, or null when it has none or that is not known
     */
    void note(K what, Instant at, @Nullable Instant stored) {
        if (notes.size() < MOST) {
            notes.merge(what, new Note(at, stored), (before, first) -> before.usedAt(at));
        } else if (notes.computeIfPresent(what, (same, before) -> before.usedAt(at)) == null) {
            leftOut.increment();
        }
    }

    /** The last use that is noted, or null. */
    @Nullable
    Instant last(K what) {
        Note note = notes.get(what);
        return note == null ? null : note.used();
    }

    /** Has what is due written, and forgets what was not used for a while. What fails stays due. */
    void write(Instant now, Consumer<Map<K, Instant>> writer) {
        List<K> due = notes.entrySet().stream()
                .filter(entry -> entry.getValue().isPending())
                .filter(entry -> entry.getValue().mayBeWritten(now, atMostEvery))
                .sorted(Comparator.comparing(entry -> entry.getValue().used()))
                .map(Map.Entry::getKey)
                .toList();
        for (int from = 0; from < due.size(); from += MOST_AT_ONCE) {
            writeSome(due.subList(from, Math.min(due.size(), from + MOST_AT_ONCE)), writer);
        }
        notes.values().removeIf(note -> !note.isPending() && note.mayBeWritten(now, atMostEvery));
    }

    private void writeSome(List<K> due, Consumer<Map<K, Instant>> writer) {
        Map<K, Instant> some = new HashMap<>();
        due.forEach(what -> {
            Note note = notes.get(what);
            if (note != null) {
                some.put(what, note.used());
            }
        });
        writer.accept(some);
        some.forEach((what, used) -> notes.computeIfPresent(what, (same, note) -> new Note(note.used(), used)));
    }

    long waiting() {
        return notes.values().stream().filter(Note::isPending).count();
    }

    long leftOut() {
        return leftOut.sum();
    }
}
