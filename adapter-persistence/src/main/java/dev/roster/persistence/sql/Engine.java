package dev.roster.persistence.sql;

import dev.roster.persistence.secret.InstallationSecret;
import dev.roster.persistence.secret.KnownKey;
import dev.roster.persistence.secret.SecretKeySource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A database while it is open. */
interface Engine {
    Dialect dialect();

    /**
     * Brings the tables up to date, and returns the secret key that they belong to.
     *
     * @throws NoStoreException when there is no store and none is to be created
     * @throws StoreException with what to do about it, when the store cannot be used
     * @throws dev.roster.persistence.secret.SecretKeyException when the key is not the store's, before anything is written
     */
    InstallationSecret open(SecretKeySource keys, Absence absence);

    /** Connections for transactions that change something. */
    Connections writers();

    /** How transactions that change something share a commit; empty where the database sees to that itself. */
    Optional<GroupCommit> groupCommit();

    /** Connections for transactions that only read, each of which sees one state. */
    Connections readers();

    /** What the last writes met; those that write tell it. */
    LastWrites lastWrites();

    /** Whether nothing there is a store yet. What cannot be asked may be one. Writes nothing, and does not throw. */
    boolean isMissing();

    void backup(Path target);

    List<Finding> check();

    /** What the store says about its secret key; empty while it cannot be asked. Does not throw. */
    Optional<KnownKey> key();

    /** What the last server left in the store; empty while it cannot be asked. Does not throw. */
    Optional<Served> served();

    /** What may answer reads beside the readers; empty where nothing does. */
    default Optional<Standby> standby() {
        return Optional.empty();
    }

    /**
     * Has reads answered by a standby too, once it can be reached.
     *
     * @throws StoreException when the address is not one of a standby of this database
     */
    default void readFrom(StoreAddress standby) {
        throw new StoreException("only a store on PostgreSQL has standbys; leave out `database-standby`");
    }

    /** What an operator wants to know about a standby, which need not answer. Does not throw. */
    default List<Finding> check(StoreAddress standby) {
        return List.of(Finding.expecting(
                false,
                "standby for reads",
                "given",
                "only a store on PostgreSQL has one; leave out `database-standby`"));
    }

    void close();
}
