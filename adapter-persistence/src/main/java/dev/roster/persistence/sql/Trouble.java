package dev.roster.persistence.sql;

import dev.roster.domain.RefusedException;
import org.jspecify.annotations.Nullable;

/** What keeps a store from working that is no defect and nobody's mistake. The words are for every caller to read. */
enum Trouble {
    BUSY("the store is busy; try again"),
    LOCKED("another process has locked the store; try again"),
    FULL("nothing can be written: the disk of the store is full"),
    READ_ONLY("nothing can be written: the store is read-only"),
    FAILING("the disk of the store cannot be read or written"),
    UNREACHABLE("the store cannot be reached");

    private final String words;

    Trouble(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** @param cause what the driver said, for the log */
    RefusedException refusal(@Nullable Throwable cause) {
        return switch (this) {
            case BUSY, LOCKED -> RefusedException.busy(words);
            case FULL, READ_ONLY, FAILING, UNREACHABLE -> RefusedException.unavailable(words, cause);
        };
    }
}
