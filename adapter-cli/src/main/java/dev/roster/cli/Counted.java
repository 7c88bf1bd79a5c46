package dev.roster.cli;

/** Numbers with what they count, for people. */
final class Counted {
    private Counted() {}

    /** @param singular a word whose plural ends in s */
    static String of(long count, String singular) {
        return count + " " + singular + (count == 1 ? "" : "s");
    }
}
