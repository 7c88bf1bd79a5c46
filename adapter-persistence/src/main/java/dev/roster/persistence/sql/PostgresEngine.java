package dev.roster.persistence.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.roster.persistence.secret.InstallationSecret;
import dev.roster.persistence.secret.KnownKey;
import dev.roster.persistence.secret.SecretKeySource;
import dev.roster.persistence.sql.StoreAddress.PostgresDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A PostgreSQL database, which other nodes may share. */
final class PostgresEngine implements Engine {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresEngine.class);
    private static final int MOST_CONNECTIONS = 10;

    private static final String STANDBY = "standby for reads";

    /** Longer than connecting takes, so that the pool knows by then why it could not. */
    private static final Duration PAUSE_OF_THE_POOL = Duration.ofMillis(300);

    /** For what Hikari does before a connection is lent: whether one that lay idle still works. */
    private static final Duration VALIDATION = Duration.ofMillis(500);

    /**
     * A page follows an index and looks up what belongs to its rows. Statements that ran a few times are planned for values that
     * nobody knows, and then joins of whole tables look cheap for what has few rows. A scan of a whole table would also make a
     * transaction that writes collide with every other that touches the table.
     */
    private static final String PAGING =
            "-c enable_seqscan=off -c enable_mergejoin=off -c enable_hashjoin=off -c jit=off ";

    private final PostgresDatabase address;
    private final SqlLogger logger;
    private final Patience patience;
    private final Dialect dialect;
    private final LastWrites lastWrites = new LastWrites();
    private volatile @Nullable PostgresConnections writers;
    private volatile @Nullable PostgresConnections readers;
    private volatile @Nullable Pulse pulse;
    private volatile @Nullable Standby standby;
    private volatile @Nullable Pulse standbyPulse;

    PostgresEngine(PostgresDatabase address, SqlLogger logger, Patience patience) {
        this.address = address;
        this.logger = logger;
        this.patience = patience;
        this.dialect = new PostgresDialect(patience.turn());
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public Connections writers() {
        return opened(writers);
    }

    /** PostgreSQL writes what commits at the same time to its disk at once. */
    @Override
    public Optional<GroupCommit> groupCommit() {
        return Optional.empty();
    }

    @Override
    public Connections readers() {
        return opened(readers);
    }

    @Override
    public LastWrites lastWrites() {
        return lastWrites;
    }

    private static PostgresConnections opened(@Nullable PostgresConnections connections) {
        if (connections == null) {
            throw new StoreException("the store is not open");
        }
        return connections;
    }

    @Override
    public InstallationSecret open(SecretKeySource keys, Absence absence) {
        try {
            Pulse watching = new Pulse("PostgreSQL", "requests are refused", source(), dialect, patience.answer());
            pulse = watching;
            PostgresConnections opening = new PostgresConnections(writingConfig(), logger, watching);
            writers = opening;
            readers = new PostgresConnections(readingConfig(), logger, watching);
            Schema schema = new Schema(opening.jdbi(), dialect, address);
            schema.require(absence);
            if (!schema.isNewest()) {
                // Flyway expects to see what another node migrated while it waited, which SERIALIZABLE would hide.
                schema.migrate(source(), keys.choose(schema.key()));
            }
            InstallationSecret secret = keys.choose(schema.key());
            watching.start();
            return secret;
        } catch (NoStoreException missing) {
            close();
            throw missing;
        } catch (PoolInitializationException | JdbiException failure) {
            close();
            throw cannotOpen(failure);
        }
    }

    private PostgresSource source() {
        return source(address);
    }

    private PostgresSource source(PostgresDatabase server) {
        return new PostgresSource(server, patience.answer());
    }

    @Override
    public Optional<Standby> standby() {
        return Optional.ofNullable(standby);
    }

    @Override
    public void readFrom(StoreAddress given) {
        PostgresDatabase server = onPostgres(given);
        Cluster cluster = watched();
        try {
            requireStandby(Jdbi.create(source(server)), server, cluster.id());
        } catch (JdbiException unreachable) {
            LOG.warn(
                    "the standby cannot be used, the store answers its reads until it can: {}",
                    reason(Database.sqlCause(unreachable)));
        }
        Pulse watching =
                new Pulse("the standby", "the store answers its reads", source(server), dialect, patience.answer());
        standbyPulse = watching;
        standby = new Standby(new PostgresConnections(standbyConfig(server), logger, watching), readers(), cluster);
        watching.start();
    }

    private static PostgresDatabase onPostgres(StoreAddress given) {
        if (given instanceof PostgresDatabase server) {
            return server;
        }
        throw new StoreException("`database-standby` is not the address of a PostgreSQL server");
    }

    /** From now on, the store knows who loses rights. In a transaction that does not mind others. */
    private Cluster watched() {
        try (Handle handle = Jdbi.create(source()).open()) {
            LostRights.watch(handle);
            return Cluster.of(handle);
        } catch (JdbiException failure) {
            throw cannotOpen(failure);
        }
    }

    /** Another store's answers would be taken for those of this one. */
    private void requireStandby(Jdbi jdbi, PostgresDatabase server, String cluster) {
        try (Handle handle = jdbi.open()) {
            if (!Cluster.id(handle).equals(cluster)) {
                throw new StoreException(server + " is not a standby of " + address + ": it belongs to another store");
            }
            if (!Cluster.isStandby(handle)) {
                throw new StoreException(server + " is not a standby: it takes changes itself");
            }
        }
    }

    private HikariConfig standbyConfig(PostgresDatabase server) {
        HikariConfig config = readingConfig();
        config.setPoolName("roster-standby");
        config.setDataSource(source(server).with(PAGING));
        // Who waits longer is answered sooner by the store itself.
        config.setConnectionTimeout(VALIDATION.toMillis());
        config.setValidationTimeout(VALIDATION.dividedBy(2).toMillis());
        return config;
    }

    @Override
    public List<Finding> check(StoreAddress given) {
        if (!(given instanceof PostgresDatabase server)) {
            return List.of(Finding.expecting(
                    false, STANDBY, given, "name a PostgreSQL server in `database-standby`, or none"));
        }
        try (Handle store = Jdbi.create(source()).open()) {
            Jdbi jdbi = Jdbi.create(source(server));
            requireStandby(jdbi, server, Cluster.id(store));
            return List.of(Finding.fact(STANDBY, server + ", " + Cluster.lag(store, jdbi) + " bytes behind"));
        } catch (StoreException other) {
            return List.of(Finding.expecting(false, STANDBY, server, String.valueOf(other.getMessage())));
        } catch (JdbiException failure) {
            return List.of(Finding.expecting(false, STANDBY, server, reason(Database.sqlCause(failure))));
        }
    }

    private HikariConfig writingConfig() {
        HikariConfig config = config("roster-write", PAGING);
        config.setTransactionIsolation("TRANSACTION_SERIALIZABLE");
        return config;
    }

    private HikariConfig readingConfig() {
        HikariConfig config = config("roster-read", PAGING);
        config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        config.setReadOnly(true);
        // The other pool has just shown that the database can be reached.
        config.setInitializationFailTimeout(-1);
        return config;
    }

    private HikariConfig config(String name, String options) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(
                source().with(options + "-c lock_timeout=" + patience.lock().toMillis()));
        config.setMaximumPoolSize(MOST_CONNECTIONS);
        // None is kept for idleness' sake: who keeps trying to, tries ever more rarely while the server is away.
        config.setMinimumIdle(0);
        config.setConnectionTimeout(patience.answer().plus(PAUSE_OF_THE_POOL).toMillis());
        config.setConnectionTestQuery("SELECT 1");
        config.setValidationTimeout(VALIDATION.toMillis());
        config.setInitializationFailTimeout(1);
        return config;
    }

    private StoreException cannotOpen(Exception failure) {
        SQLException cause = Database.sqlCause(failure);
        return new StoreException(address + " cannot be used: " + reason(cause), failure);
    }

    private static String reason(@Nullable SQLException cause) {
        String state = cause == null ? "" : String.valueOf(cause.getSQLState());
        if (state.equals(PSQLState.INVALID_PASSWORD.getState())
                || state.equals(PSQLState.INVALID_AUTHORIZATION_SPECIFICATION.getState())) {
            return "it does not accept this user and password; check both";
        }
        if (state.equals("3D000")) {
            return "there is no such database; create it first";
        }
        if (state.startsWith("08")) {
            return "it cannot be reached; check host and port and whether it runs";
        }
        return cause == null
                ? "unknown reason"
                : String.valueOf(cause.getMessage()).lines().findFirst().orElse("unknown reason");
    }

    @Override
    public Optional<KnownKey> key() {
        try {
            return Optional.of(new Schema(Jdbi.create(source()), dialect, address).key());
        } catch (JdbiException unreachable) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Served> served() {
        try {
            return new Schema(Jdbi.create(source()), dialect, address).served();
        } catch (JdbiException unreachable) {
            return Optional.empty();
        }
    }

    @Override
    public boolean isMissing() {
        try {
            return new Schema(Jdbi.create(source()), dialect, address).isMissing();
        } catch (JdbiException unreachable) {
            return false;
        }
    }

    @Override
    public void backup(Path target) {
        throw new StoreException("PostgreSQL has a tool of its own for backups: use pg_dump");
    }

    @Override
    public List<Finding> check() {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.fact("store", address));
        PostgresConnections connections = writers;
        Jdbi jdbi = connections == null ? Jdbi.create(source()) : connections.jdbi();
        try (Handle handle = jdbi.open()) {
            findings.add(Finding.fact("engine", "PostgreSQL " + one(handle, "SHOW server_version")));
            findings.addAll(new Schema(jdbi, dialect, address).findings(handle));
            findings.add(Finding.fact("size", one(handle, "SELECT pg_database_size(current_database())") + " bytes"));
            // How the driver spells a boolean depends on how the server sent it.
            String standby = one(handle, "SELECT CASE WHEN pg_is_in_recovery() THEN 'yes' ELSE 'no' END");
            findings.add(Finding.expecting("no".equals(standby), "standby", standby, "use the primary server"));
        } catch (JdbiException failure) {
            findings.add(Finding.expecting(false, "connection", "failed", reason(Database.sqlCause(failure))));
        }
        return findings;
    }

    private static String one(Handle handle, String sql) {
        return handle.createQuery(sql).mapTo(String.class).one();
    }

    @Override
    public void close() {
        Pulse watching = pulse;
        if (watching != null) {
            watching.close();
        }
        closeStandby();
        close(readers);
        close(writers);
        pulse = null;
        readers = null;
        writers = null;
    }

    private void closeStandby() {
        Pulse watching = standbyPulse;
        Standby open = standby;
        standbyPulse = null;
        standby = null;
        if (watching != null) {
            watching.close();
        }
        if (open != null) {
            open.close();
        }
    }

    private static void close(@Nullable PostgresConnections connections) {
        if (connections != null) {
            connections.close();
        }
    }
}
