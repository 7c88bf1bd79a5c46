package dev.roster.persistence.sql;

import dev.roster.domain.text.NameKey;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The LIKE pattern for a part of a name. Names are searched by their keys, so regardless of case. */
final class Containing {
    /** What a condition with such a pattern ends in. */
    static final String ESCAPED = " ESCAPE '!'";

    private static final int TRIGRAM = 3;
    /** The rest of a long text is compared with what they find. */
    private static final int MOST_TRIGRAMS = 30;

    private Containing() {}

    static @Nullable String part(@Nullable String part) {
        if (part == null || part.isEmpty()) {
            return null;
        }
        String key = NameKey.of(part).value();
        return "%" + key.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    /** The trigrams of a part of a name, as SQLite's full-text search takes them; empty for less than three letters. */
    static String trigrams(String part) {
        // The search takes a text to end there.
        int[] letters = NameKey.of(part).value().replace("\0", "").codePoints().toArray();
        return IntStream.rangeClosed(0, Math.min(letters.length - TRIGRAM, MOST_TRIGRAMS - 1))
                .mapToObj(start -> new String(letters, start, TRIGRAM))
                .distinct()
                .map(trigram -> "\"" + trigram.replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining(" AND "));
    }
}
