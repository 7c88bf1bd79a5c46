package dev.roster.domain.audit;

import dev.roster.domain.text.Worded;

/** The way a caller came in. */
public enum Door implements Worded {
    API,
    ARGILLA,
    ARIZE,
    LABEL_STUDIO,
    CONSOLE,
    CLI,
    /** The use cases called in process by a platform that embeds them. */
    EMBEDDED,
    /** Roster itself, as at the first start. */
    SYSTEM;

    /** The interface with that word, or {@link #EMBEDDED} for one that a later version wrote. */
    public static Door parse(String word) {
        for (Door door : values()) {
            if (door.word().equals(word)) {
                return door;
            }
        }
        return EMBEDDED;
    }
}
