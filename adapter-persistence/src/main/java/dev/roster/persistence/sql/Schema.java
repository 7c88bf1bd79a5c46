package dev.roster.persistence.sql;

import dev.roster.application.port.Outbox;
import dev.roster.persistence.secret.InstallationSecret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The tables, and which version of them a store has. */
final class Schema {
    /** The newest migration; to be raised with each new one, which a test checks. */
    static final int NEWEST = 45;

    private static final int WITH_SERVERS = 41;

    static final String HISTORY = "flyway_schema_history";

    private final Jdbi jdbi;
    private final Dialect dialect;
    private final StoreAddress address;

    Schema(Jdbi jdbi, Dialect dialect, StoreAddress address) {
        this.jdbi = jdbi;
        this.dialect = dialect;
        this.address = address;
    }

    /** Whether there are no tables of a store yet. */
    boolean isMissing() {
        return version().isEmpty();
    }

    /** @throws NoStoreException when there are no tables yet and none are to be created */
    void require(Absence absence) {
        if (absence == Absence.REFUSE && isMissing()) {
            throw new NoStoreException(address);
        }
    }

    /** Whether the store has the newest tables, without the seconds that Flyway needs to tell. */
    boolean isNewest() {
        int version = version().orElse(0);
        if (version > NEWEST) {
            throw new StoreException(
                    "the store at " + address + " has schema version " + version + ", this Roster knows " + NEWEST
                            + " at most; start it with the newer Roster that it was used with");
        }
        return version == NEWEST;
    }

    /** Empty when there are no tables yet. */
    OptionalInt version() {
        return jdbi.withHandle(handle -> hasHistory(handle) ? newestApplied(handle) : OptionalInt.empty());
    }

    /** In the schema that is used; another program may have one of that name in another. */
    private static boolean hasHistory(Handle handle) {
        return handle.queryMetadata(metadata ->
                        metadata.getTables(null, metadata.getConnection().getSchema(), HISTORY, null))
                .map((row, context) -> row.getString("TABLE_NAME"))
                .findFirst()
                .isPresent();
    }

    private static OptionalInt newestApplied(Handle handle) {
        List<String> versions = handle.createQuery("SELECT version FROM " + HISTORY
                        + " WHERE version IS NOT NULL AND success = TRUE ORDER BY installed_rank")
                .mapTo(String.class)
                .list();
        return versions.stream().mapToInt(Schema::major).max();
    }

    private static int major(String version) {
        return Integer.parseInt(version.split("\\.", 2)[0]);
    }

    /** What an operator wants to know of what is in the tables; only their version while that is not the newest. */
    List<Finding> findings(Handle handle) {
        int version = version().orElse(0);
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.fact("schema version", version));
        if (version == NEWEST) {
            Outbox.Backlog backlog = SqlOutbox.backlog(handle);
            findings.add(
                    Finding.fact("outbox", backlog.waiting() + " mails waiting, " + backlog.givenUp() + " given up"));
        }
        return findings;
    }

    /** What the tables say about the secret key. */
    StoredKey key() {
        return jdbi.withHandle(handle -> StoredKey.read(handle, address, newestKnown(handle)));
    }

    /** What the last server left; nothing in tables from before they had room for it. */
    Optional<Served> served() {
        return jdbi.withHandle(
                handle -> newestKnown(handle) >= WITH_SERVERS ? ServedRow.read(handle) : Optional.empty());
    }

    private static int newestKnown(Handle handle) {
        return hasHistory(handle) ? newestApplied(handle).orElse(0) : 0;
    }

    /** The fingerprint of the secret key that the store belongs to. */
    static Optional<String> fingerprint(Handle handle) {
        return handle.createQuery("SELECT fingerprint FROM secret_keys WHERE slot = 1")
                .mapTo(String.class)
                .findOne();
    }

    /** @param secret what the store belongs to from its first signed event on */
    void migrate(DataSource source, InstallationSecret secret) {
        try {
            Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:db/migration")
                    .placeholders(dialect.placeholders())
                    .javaMigrations(new TakeOverTrail(secret), new ShownNames(), new SearchKeys(dialect))
                    .table(HISTORY)
                    .load()
                    .migrate();
        } catch (FlywayException failure) {
            throw new StoreException(
                    "the tables of the store at " + address + " cannot be brought up to date, it may hold the tables of"
                            + " another program or an interrupted upgrade; restore a backup or name another store",
                    failure);
        }
    }
}
