package dev.roster.application.transfer;

import java.util.function.Consumer;

/** A file to import from. */
public interface TransferFile {
    /** What the audit trail calls it. */
    String name();

    /**
     * Hands over line by line, from the beginning each time it is called: a transaction that met another one is run again.
     *
     * @return the SHA-256 of the bytes, in lower-case hex
     */
    String read(Consumer<Line> lines);
}
