package dev.roster.persistence.sql;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlLogger;

/** The store from opening to closing. Nothing touches the disk or the network before it is opened. */
public final class Store implements AutoCloseable {
    private final Engine engine;
    private final Probe probe;

    Store(StoreAddress address, SqlLogger logger, Patience patience) {
        this.engine = address instanceof StoreAddress.SqliteFile file
                ? new SqliteEngine(file, logger, patience)
                : new PostgresEngine((StoreAddress.PostgresDatabase) address, logger, patience);
        this.probe = new Probe(engine);
    }

    public static Store at(StoreAddress address) {
        return new Store(address, SqlLogger.NOP_SQL_LOGGER, Patience.usual());
    }

    /**
     * Opens the store and brings its tables up to date.
     *
     * @throws StoreException when it cannot be used, or is newer than this Roster
     */
    public void open() {
        engine.open();
    }

    /**
     * Writes a consistent copy while others go on using the store.
     *
     * @throws StoreException when the file exists or cannot be written, or the engine has a tool of its own for that
     */
    public void backup(Path target) {
        engine.backup(target);
    }

    /** What an operator wants to know about the store, which need not be open. Does not throw. */
    public List<Finding> check() {
        return engine.check();
    }

    /**
     * What keeps the open store from being read or written, in one line for anybody to see; empty when nothing does. It is
     * found out by reading and writing, once in five seconds however often this is called.
     */
    public Optional<String> obstacle() {
        return probe.trouble().map(Trouble::words);
    }

    /** Connections that are in use close when their work is done. */
    @Override
    public void close() {
        engine.close();
    }

    Engine engine() {
        return engine;
    }
}
