package dev.roster.cli.terminal;

import dev.roster.domain.RefusedException;

/** How a command ends. */
public final class ExitCodes {
    public static final int DONE = 0;
    /** Understood, but refused or failed. */
    public static final int REFUSED = 1;
    /** Not understood: the command line itself is wrong. */
    public static final int USAGE = 2;

    private ExitCodes() {}

    /**
     * What the rules or the store say no to is a refusal, whatever the kind. What can be told from the words alone has
     * been refused before, as usage.
     */
    public static int of(RefusedException.Kind kind) {
        return switch (kind) {
            case INVALID, UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, CONFLICT, CHANGED, THROTTLED, BUSY, UNAVAILABLE ->
                REFUSED;
        };
    }
}
