package dev.roster.bench.peers;

import dev.roster.bench.http.ServerProcess;
import java.io.IOException;

/** A product that is measured. */
interface Server extends AutoCloseable {
    /** With its version. */
    String name();

    /** Installs it, and gives it an owner who may do everything. */
    void prepare() throws Exception;

    /** Returns when it answers. One at a time. */
    ServerProcess start() throws Exception;

    /** Adds people past its calls, where it offers that, from one number to another, which is not among them. */
    void load(ServerProcess running, int first, int end) throws Exception;

    Wire wire(ServerProcess running) throws Exception;

    @Override
    default void close() throws IOException {
        // Most need nothing beside the process.
    }
}
