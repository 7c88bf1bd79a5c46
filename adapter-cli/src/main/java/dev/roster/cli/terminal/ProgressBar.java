package dev.roster.cli.terminal;

import jakarta.inject.Inject;
import java.io.PrintWriter;

/** How far a long command is, drawn again and again on the same line; nothing where no one looks. */
public final class ProgressBar {
    private static final int WIDTH = 30;
    private static final int HUNDRED = 100;

    private final Terminal terminal;
    private final Choices choices;
    private int shown = -1;

    @Inject
    ProgressBar(Terminal terminal, Choices choices) {
        this.terminal = terminal;
        this.choices = choices;
    }

    public void show(long done, long total) {
        int percent = total <= 0 ? HUNDRED : (int) Math.min(HUNDRED, done * HUNDRED / total);
        if (percent != shown && terminal.columns().isPresent() && !choices.isQuiet()) {
            shown = percent;
            int full = percent * WIDTH / HUNDRED;
            PrintWriter err = terminal.err();
            err.print("\r[" + "#".repeat(full) + " ".repeat(WIDTH - full) + "] " + percent + " %");
            err.flush();
        }
    }

    /** Leaves the line, if there was one. */
    public void end() {
        if (shown >= 0) {
            shown = -1;
            terminal.err().println();
            terminal.err().flush();
        }
    }
}
