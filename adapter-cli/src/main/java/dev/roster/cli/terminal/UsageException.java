package dev.roster.cli.terminal;

/** The command line is wrong in a way that shows only while it runs. The message says how, in one line. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }
}
