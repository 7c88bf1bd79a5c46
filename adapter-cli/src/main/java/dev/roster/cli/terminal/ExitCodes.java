package dev.roster.cli.terminal;

import dev.roster.domain.RefusedException;

/** How a command ends. Each code has one meaning for all commands. */
public final class ExitCodes {
    /** Done; the answer is yes. */
    public static final int DONE = 0;
    /** The answer is no, from a command that was asked a question. Never an error, so that scripts can rely on it. */
    public static final int NO = 1;
    /** Not understood: the command line itself is wrong. */
    public static final int USAGE = 2;
    /** Understood, but refused or failed, as a whole or in part. */
    public static final int REFUSED = 3;

    private ExitCodes() {}

    /**
     * What the rules or the store say no to is a refusal, whatever the kind. What the words alone show to be
     * wrong has been refused before, as usage.
     */
    public static int of(RefusedException.Kind kind) {
        return switch (kind) {
            case INVALID, UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, CONFLICT, CHANGED, THROTTLED, BUSY, UNAVAILABLE ->
                REFUSED;
        };
    }
}
