package dev.roster.cli;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** What one command line says about how it wants to be answered. */
@Singleton
final class Choices {
    private OutputFormat format = OutputFormat.TABLE;
    private boolean quiet;
    private boolean verbose;

    @Inject
    Choices() {}

    void reset() {
        format = OutputFormat.TABLE;
        quiet = false;
        verbose = false;
    }

    OutputFormat format() {
        return format;
    }

    void format(OutputFormat wanted) {
        this.format = wanted;
    }

    /** Whether to print nothing on standard error but what went wrong. */
    boolean isQuiet() {
        return quiet;
    }

    void beQuiet() {
        this.quiet = true;
    }

    /** Whether a defect is to show where it happened. */
    boolean isVerbose() {
        return verbose;
    }

    void beVerbose() {
        this.verbose = true;
    }
}
