package dev.roster.cli.terminal;

/** Something about this installation that its operator can fix. The message is one line that says what and how. */
public final class InstallationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InstallationException(String message) {
        super(message);
    }

    /** @param cause shown only to those who ask for details */
    public InstallationException(String message, Throwable cause) {
        super(message, cause);
    }
}
