package dev.roster.application.transfer;

import dev.roster.domain.RefusedException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a file.
 *
 * @param number where the line begins, from 1
 * @param entry null when the line could not be read; where only some of it could, that is in the entry, so that the rest
 *     is checked too, and nothing of the file is kept
 * @param faults all that is wrong with it
 * @param skipped why it is left out though nothing is wrong with it, or null
 */
public record Line(
        long number,
        @Nullable Entry entry,
        List<RefusedException> faults,
        @Nullable String skipped) {
    public Line {
        faults = List.copyOf(faults);
    }

    public static Line of(long number, Entry entry) {
        return new Line(number, entry, List.of(), null);
    }

    public static Line wrong(long number, RefusedException fault) {
        return wrong(number, null, List.of(fault));
    }

    /** @param entry what could be read of it, or null */
    public static Line wrong(long number, @Nullable Entry entry, List<RefusedException> faults) {
        return new Line(number, entry, faults, null);
    }

    public static Line skipped(long number, String why) {
        return new Line(number, null, List.of(), why);
    }
}
