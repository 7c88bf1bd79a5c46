package dev.roster.cli.terminal;

import dev.roster.domain.text.WholeNumbers;

/** Numbers with what they count, for people. */
public final class Counted {
    private Counted() {}

    /** @param singular a word whose plural ends in s */
    public static String of(long count, String singular) {
        return WholeNumbers.grouped(count) + " " + singular + (count == 1 ? "" : "s");
    }
}
