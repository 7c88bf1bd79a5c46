package dev.roster.cli.terminal;

/** Numbers with what they count, for people. */
public final class Counted {
    private Counted() {}

    /** @param singular a word whose plural ends in s */
    public static String of(long count, String singular) {
        return count + " " + singular + (count == 1 ? "" : "s");
    }
}
