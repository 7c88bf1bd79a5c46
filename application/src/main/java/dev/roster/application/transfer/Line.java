package dev.roster.application.transfer;

import dev.roster.domain.RefusedException;
import org.jspecify.annotations.Nullable;

/**
 * A line of a file.
 *
 * @param number where the line begins, from 1
 * @param entry null when the line could not be read
 * @param fault why not, or null
 */
public record Line(
        long number, @Nullable Entry entry, @Nullable RefusedException fault) {
    public static Line of(long number, Entry entry) {
        return new Line(number, entry, null);
    }

    public static Line wrong(long number, RefusedException fault) {
        return new Line(number, null, fault);
    }
}
