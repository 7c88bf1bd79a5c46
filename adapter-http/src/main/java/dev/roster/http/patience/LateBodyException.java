package dev.roster.http.patience;

import java.io.IOException;

/** The rest of a body did not arrive in time. */
public final class LateBodyException extends IOException {
    private static final long serialVersionUID = 1L;

    private final boolean outdone;

    private LateBodyException(String message, boolean outdone) {
        super(message);
        this.outdone = outdone;
    }

    static LateBodyException tooSlow() {
        return new LateBodyException("the body arrives too slowly", false);
    }

    static LateBodyException outdone() {
        return new LateBodyException("too many requests wait for their bodies", true);
    }

    /** Whether it was given up for newer ones, because too many wait. */
    public boolean isOutdone() {
        return outdone;
    }
}
