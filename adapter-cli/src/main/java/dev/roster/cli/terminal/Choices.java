package dev.roster.cli.terminal;

/** What one command line says about how it wants to be answered. */
public final class Choices {
    private OutputFormat format = OutputFormat.TABLE;
    private boolean quiet;
    private boolean verbose;

    public void reset() {
        format = OutputFormat.TABLE;
        quiet = false;
        verbose = false;
    }

    public OutputFormat format() {
        return format;
    }

    public void format(OutputFormat wanted) {
        this.format = wanted;
    }

    /** Whether to print nothing on standard error but what went wrong. */
    public boolean isQuiet() {
        return quiet;
    }

    public void beQuiet() {
        this.quiet = true;
    }

    /** Whether a defect is to show where it happened. */
    public boolean isVerbose() {
        return verbose;
    }

    public void beVerbose() {
        this.verbose = true;
    }
}
