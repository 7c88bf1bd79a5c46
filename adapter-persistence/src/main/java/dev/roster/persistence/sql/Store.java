package dev.roster.persistence.sql;

import dev.roster.application.port.KeyCustody;
import dev.roster.persistence.secret.InstallationSecret;
import dev.roster.persistence.secret.KnownKey;
import dev.roster.persistence.secret.SecretKeySource;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jspecify.annotations.Nullable;

/** The store from opening to closing. It does not touch the disk or the network before it is opened. */
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
     * Opens the store and brings its tables up to date; creates it where there is none.
     *
     * @param keys where the secret key is from
     * @throws StoreException when it cannot be used, or is newer than this Roster
     * @throws dev.roster.persistence.secret.SecretKeyException when the key is missing or is not the store's; nothing was
     *     written then
     */
    public void open(SecretKeySource keys) {
        open(keys, Absence.CREATE);
    }

    /**
     * The same for a store that is there.
     *
     * @throws NoStoreException when it is not; nothing was written then
     */
    public void openExisting(SecretKeySource keys) {
        open(keys, Absence.REFUSE);
    }

    private void open(SecretKeySource keys, Absence absence) {
        InstallationSecret chosen = engine.open(keys, absence);
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
     * Whether there is no store yet: no file or an empty one, no tables. Where that cannot be found out there may be one.
     * Writes nothing, and does not throw.
     */
    public boolean isMissing() {
        return engine.isMissing();
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
     * Has reads of the open store answered by a standby too, where callers say how old an answer may be. One that cannot be
     * reached is asked again.
     *
     * @throws StoreException when it is not a standby of this store
     */
    public void readFrom(StoreAddress standby) {
        engine.readFrom(standby);
    }

    /** What an operator wants to know about a standby, which need not answer. Does not throw. */
    public List<Finding> check(StoreAddress standby) {
        return engine.check(standby);
    }

    /** Leaves in the open store what the server of this process says of itself, in place of what another left. */
    public void serve(Served served) {
        servedRow().put(served);
    }

    /** Says that the server of that start stopped, unless another has started since. */
    public void stopServing(Instant started, Instant stopped) {
        servedRow().stop(started, stopped);
    }

    private ServedRow servedRow() {
        return new ServedRow(new Database(engine, SqlModule.keyCheck(this)));
    }

    /**
     * What the server that started last left in the store, which need not be open; empty while there is no store, or it
     * cannot be asked. Does not throw.
     */
    public Optional<Served> served() {
        return engine.served();
    }

    /**
     * Why the open store cannot be read or written, in one line that any visitor may see; empty if it can. Checked by reading
     * and writing, at most once in five seconds.
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
