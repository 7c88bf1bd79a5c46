package dev.roster.bootstrap;

import dev.roster.cli.terminal.StartRequest;
import java.io.PrintWriter;
import java.nio.file.Path;

/** What runs a server in this process; an interface so that a command that runs none does not load what one consists of. */
interface Serving {
    /** Serves until the process is told to stop. */
    void run(StartRequest request, PrintWriter out);

    /** Serves sample data from a directory that is gone afterwards. */
    void runDemo(Path directory, PrintWriter out);
}
