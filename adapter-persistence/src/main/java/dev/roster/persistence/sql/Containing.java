package dev.roster.persistence.sql;

import dev.roster.domain.text.NameKey;
import org.jspecify.annotations.Nullable;

/** The LIKE pattern for a part of a name. Names are searched by their keys, so without regard to case. */
final class Containing {
    /** What a condition with such a pattern ends in. */
    static final String ESCAPED = " ESCAPE '!'";

    private Containing() {}

    static @Nullable String part(@Nullable String part) {
        if (part == null || part.isEmpty()) {
            return null;
        }
        String key = NameKey.of(part).value();
        return "%" + key.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
