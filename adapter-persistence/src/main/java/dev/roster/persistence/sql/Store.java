package dev.roster.persistence.sql;

import java.nio.file.Path;
import java.util.List;
import org.jdbi.v3.core.statement.SqlLogger;

/** The store from opening to closing. Nothing touches the disk or the network before it is opened. */
public final class Store implements AutoCloseable {
    private final Engine engine;

    Store(StoreAddress address, SqlLogger logger) {
        this.engine = address instanceof StoreAddress.SqliteFile file
                ? new SqliteEngine(file, logger)
                : new PostgresEngine((StoreAddress.PostgresDatabase) address, logger);
    }

    public static Store at(StoreAddress address) {
        return new Store(address, SqlLogger.NOP_SQL_LOGGER);
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

    /** Connections that are in use close when their work is done. */
    @Override
    public void close() {
        engine.close();
    }

    Engine engine() {
        return engine;
    }
}
