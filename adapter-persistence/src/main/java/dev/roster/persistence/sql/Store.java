package dev.roster.persistence.sql;

import dev.roster.application.port.KeyCustody;
import dev.roster.persistence.secret.InstallationSecret;
import dev.roster.persistence.secret.KnownKey;
import dev.roster.persistence.secret.SecretKeySource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jspecify.annotations.Nullable;

/** The store from opening to closing. Nothing touches the disk or the network before it is opened. */
public final class Store implements AutoCloseable {
    private final Engine engine;
    private final Probe probe;
    private @Nullable InstallationSecret secret;
    private @Nullable KeyCustody custody;

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
     * @param keys where the secret key is from
     * @throws StoreException when it cannot be used, or is newer than this Roster
     * @throws dev.roster.persistence.secret.SecretKeyException when the key is missing or is not the store's; nothing was
     *     written then
     */
    public void open(SecretKeySource keys) {
        InstallationSecret chosen = engine.open(keys);
        custody = keys.custody(chosen);
        secret = chosen;
    }

    /** The secret key that the store belonged to when it was opened. */
    public InstallationSecret secret() {
        return opened(secret);
    }

    /** For replacing that key. */
    public KeyCustody custody() {
        return opened(custody);
    }

    private static <T> T opened(@Nullable T known) {
        if (known == null) {
            throw new StoreException("the store is not open");
        }
        return known;
    }

    /**
     * What the store says about its secret key, which need not be open; empty while there is no store, or it cannot be
     * asked. Does not throw.
     */
    public Optional<KnownKey> key() {
        return engine.key();
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
