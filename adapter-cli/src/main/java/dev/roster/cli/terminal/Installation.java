package dev.roster.cli.terminal;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/**
 * What the command line asks of the program around it, besides the use cases. Whatever goes wrong in a way that a person
 * can mend comes out as an {@link InstallationException}.
 */
public interface Installation {
    /** Runs the server; returns when it has been stopped. What people should know goes to {@code out}. */
    void start(StartRequest request, PrintWriter out);

    /**
     * Brings the store to where a server can start on it, with the account to begin with, and starts none. What people should
     * know goes to {@code out}.
     */
    void init(AccountRequest account, AccountQuestions questions, PrintWriter out);

    /** Every setting, in the order of the documentation. */
    List<Setting> settings();

    /** Looks at everything an installation needs. A broken store is a finding, not an exception. */
    List<Finding> examine();

    /**
     * Writes a consistent copy of the store, while servers use it. Refuses a file that exists. Returns what the secret key is
     * called that the copy opens with, {@code 3f9a12cd}.
     */
    String backup(Path file);

    /** Asked without a store: what the jar was built as. */
    String version();
}
