package dev.roster.cli.terminal;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/**
 * What the command line asks of the program around it, besides the use cases. Whatever goes wrong in a way that a person
 * can fix comes out as an {@link InstallationException}.
 */
public interface Installation {
    /** Runs the server; returns when it has been stopped. What people should know goes to {@code out}. */
    void start(StartRequest request, PrintWriter out);

    /**
     * Brings the store to where a server can start on it, with the first account, and starts none. What people should
     * know goes to {@code out}.
     */
    void init(AccountRequest account, AccountQuestions questions, PrintWriter out);

    /**
     * For a command that fills a store: one is created where there is none, provided that its place was named on the command
     * line. Anything else that needs a store, but {@link #start} and {@link #init}, finds one or is refused. To be called
     * before the first use case.
     */
    void allowNewStore();

    /** Every setting, in the order of the documentation. */
    List<Setting> settings();

    /** Looks at everything an installation needs. A broken store is a finding, not an exception. */
    List<Finding> examine();

    /** Writes a consistent copy of the store, while servers use it. Refuses a file that exists. */
    Backup backup(Path file);

    /**
     * The same in a directory, under a name with the time.
     *
     * @param keep how many of such copies stay, with this one
     */
    Backup backupInto(Path directory, int keep);

    /** Reads a backup whole, with the secret key of this installation, and changes nothing. Refuses what is not whole. */
    Backup verifyBackup(Path file);

    /**
     * Replaces the store with a backup, completely or not at all. Refuses while a process uses the store, and what
     * {@link #verifyBackup} refuses.
     */
    Restored restore(Path file);
}
