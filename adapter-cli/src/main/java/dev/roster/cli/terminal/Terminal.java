package dev.roster.cli.terminal;

import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Optional;

/** Where a command reads and writes. */
public interface Terminal {
    /** For data. */
    PrintWriter out();

    /** For everything that is no data. */
    PrintWriter err();

    InputStream in();

    /** Empty where no one could answer, as in a script. */
    Optional<Prompt> prompt();

    /**
     * For questions that a script may answer, too: at the terminal, else on {@link #out()} with answers from the lines of
     * {@link #in()}. Empty where what is typed would show.
     */
    Optional<Prompt> asking();

    /** What {@link #out()} is written in. */
    Charset charset();

    /** How wide the screen behind {@link #out()} is; empty when it is a file or a pipe. */
    Optional<Integer> columns();

    /** Whether colours are understood and wanted. */
    boolean isColourful();

    /** The terminal, or the files and pipes, that this process was started with. */
    static Terminal ofThisProcess() {
        return ProcessTerminal.detect(System.getenv());
    }
}
