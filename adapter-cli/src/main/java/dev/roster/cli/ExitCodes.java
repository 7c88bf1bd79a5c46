package dev.roster.cli;

import dev.roster.domain.RefusedException;

/** How a command ends. */
final class ExitCodes {
    static final int DONE = 0;
    /** Understood, but refused or failed. */
    static final int REFUSED = 1;
    /** Not understood: the command line itself is wrong. */
    static final int USAGE = 2;

    private ExitCodes() {}

    /**
     * What the rules or the store say no to is a refusal, whatever the kind. What can be told from the words alone has
     * been refused before, as usage.
     */
    static int of(RefusedException.Kind kind) {
        return switch (kind) {
            case INVALID, UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, CONFLICT, CHANGED, THROTTLED, BUSY, UNAVAILABLE ->
                REFUSED;
        };
    }
}
