package dev.roster.cli.terminal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What a user may have meant by an unknown word. Two words are as far apart as letters must be put in, left out,
 * changed or swapped with their neighbour to turn one into the other; picocli compares by pairs of letters, and so takes
 * {@code usres} to be anything but {@code users}. Upper and lower case are the same.
 */
public final class Misspelling {
    private static final int FARTHEST = 2;
    private static final int SHORT = 3;

    private final String word;
    private final int farthest;

    public Misspelling(String word) {
        this.word = word.toLowerCase(Locale.ROOT);
        // Two steps would turn a short word into almost any other.
        this.farthest = word.length() <= SHORT ? 1 : FARTHEST;
    }

    /**
     * Parts of the word of which at least one is in each word that is near, so that a search for the parts finds them; but for
     * letters swapped across two parts.
     */
    List<String> parts() {
        int count = Math.min(farthest + 1, word.length());
        List<String> parts = new ArrayList<>();
        for (int part = 0; part < count; part++) {
            parts.add(word.substring(word.length() * part / count, word.length() * (part + 1) / count));
        }
        return parts;
    }

    /** The known words that are near, the nearest first; empty when none is. */
    public List<String> candidates(Collection<String> known) {
        return known.stream()
                .filter(candidate -> distance(candidate) <= farthest)
                .sorted(Comparator.comparingInt(this::distance).thenComparing(Comparator.naturalOrder()))
                .limit(3)
                .toList();
    }

    /** For the end of a message: {@code , did you mean `users`?}, or nothing. */
    public static String hint(String word, Collection<String> known) {
        return hint(new Misspelling(word).candidates(known));
    }

    /** The same for what was found already. */
    public static String hint(List<String> meant) {
        return meant.isEmpty() ? "" : ", did you mean `" + String.join("` or `", meant) + "`?";
    }

    private int distance(String known) {
        String other = known.toLowerCase(Locale.ROOT);
        int[][] steps = new int[word.length() + 1][other.length() + 1];
        for (int here = 0; here <= word.length(); here++) {
            for (int there = 0; there <= other.length(); there++) {
                steps[here][there] =
                        Math.min(here, there) == 0 ? Math.max(here, there) : fewest(steps, here, there, other);
            }
        }
        return steps[word.length()][other.length()];
    }

    private int fewest(int[][] steps, int here, int there, String other) {
        int changed = steps[here - 1][there - 1] + (word.charAt(here - 1) == other.charAt(there - 1) ? 0 : 1);
        int fewest = Math.min(changed, 1 + Math.min(steps[here - 1][there], steps[here][there - 1]));
        boolean swapped = here > 1
                && there > 1
                && word.charAt(here - 1) == other.charAt(there - 2)
                && word.charAt(here - 2) == other.charAt(there - 1);
        return swapped ? Math.min(fewest, steps[here - 2][there - 2] + 1) : fewest;
    }
}
