package dev.roster.persistence.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.roster.persistence.sql.StoreAddress.PostgresDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.util.PSQLState;

/** A PostgreSQL database, which other nodes may share. */
final class PostgresEngine implements Engine {
    private static final int MOST_CONNECTIONS = 10;
    private static final int CONNECT_SECONDS = 5;
    private static final int WAIT_MILLIS = 10_000;

    private final PostgresDatabase address;
    private final SqlLogger logger;
    private final Dialect dialect = new PostgresDialect();
    private volatile @Nullable PooledConnections writers;
    private volatile @Nullable PooledConnections readers;

    PostgresEngine(PostgresDatabase address, SqlLogger logger) {
        this.address = address;
        this.logger = logger;
    }

    /** Connections from a pool that replaces broken ones. */
    private static final class PooledConnections implements Connections {
        private final HikariDataSource source;
        private final Jdbi jdbi;

        private PooledConnections(HikariDataSource source, SqlLogger logger) {
            this.source = source;
            this.jdbi = Jdbi.create(source);
            jdbi.registerArgument(new DomainArguments());
            jdbi.getConfig(SqlStatements.class).setSqlLogger(logger);
        }

        @Override
        public Handle take() {
            try {
                return jdbi.open();
            } catch (ConnectionException failure) {
                throw new StoreException("the store cannot be reached: no connection to PostgreSQL", failure);
            }
        }

        @Override
        public void giveBack(Handle handle) {
            Connections.rollBack(handle);
            Connections.close(handle);
        }
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public Connections writers() {
        return opened(writers);
    }

    @Override
    public Connections readers() {
        return opened(readers);
    }

    private static PooledConnections opened(@Nullable PooledConnections connections) {
        if (connections == null) {
            throw new StoreException("the store is not open");
        }
        return connections;
    }

    @Override
    public void open() {
        try {
            PooledConnections opening = new PooledConnections(new HikariDataSource(writingConfig()), logger);
            writers = opening;
            readers = new PooledConnections(new HikariDataSource(readingConfig()), logger);
            Schema schema = new Schema(opening.jdbi, dialect, address);
            if (!schema.isNewest()) {
                schema.migrate(migratingSource());
            }
        } catch (PoolInitializationException | JdbiException failure) {
            close();
            throw cannotOpen(failure);
        }
    }

    /** Flyway expects to see what another node migrated while it waited, which SERIALIZABLE would hide. */
    private DataSource migratingSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(address.url());
        source.setUser(address.user());
        source.setPassword(address.password());
        return source;
    }

    private HikariConfig writingConfig() {
        HikariConfig config = config("roster-write");
        config.setTransactionIsolation("TRANSACTION_SERIALIZABLE");
        // A scan of a whole table would make the transaction collide with every other that touches the table.
        config.addDataSourceProperty("options", "-c enable_seqscan=off");
        return config;
    }

    private HikariConfig readingConfig() {
        HikariConfig config = config("roster-read");
        config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        config.setReadOnly(true);
        // The other pool has just shown that the database can be reached.
        config.setInitializationFailTimeout(-1);
        return config;
    }

    private HikariConfig config(String name) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(address.url());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMaximumPoolSize(MOST_CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(WAIT_MILLIS);
        config.setInitializationFailTimeout(1);
        config.addDataSourceProperty("connectTimeout", Integer.toString(CONNECT_SECONDS));
        config.addDataSourceProperty("loginTimeout", Integer.toString(CONNECT_SECONDS));
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("ApplicationName", "roster");
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
            return "it does not know this user and password; check both";
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
    public void backup(Path target) {
        throw new StoreException("PostgreSQL has a tool of its own for backups: use pg_dump");
    }

    @Override
    public List<Finding> check() {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.fact("store", address));
        PooledConnections connections = writers;
        if (connections == null) {
            findings.add(Finding.expecting(false, "connection", "none", "open the store"));
            return findings;
        }
        try (Handle handle = connections.jdbi.open()) {
            findings.add(Finding.fact("engine", "PostgreSQL " + one(handle, "SHOW server_version")));
            findings.addAll(new Schema(connections.jdbi, dialect, address).findings(handle));
            findings.add(Finding.fact("size", one(handle, "SELECT pg_database_size(current_database())") + " bytes"));
            String standby = one(handle, "SELECT pg_is_in_recovery()");
            findings.add(Finding.expecting("f".equals(standby), "standby", standby, "use the primary server"));
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
        close(readers);
        close(writers);
        readers = null;
        writers = null;
    }

    private static void close(@Nullable PooledConnections connections) {
        if (connections != null) {
            connections.source.close();
        }
    }
}
