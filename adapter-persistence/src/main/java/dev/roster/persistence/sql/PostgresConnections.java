package dev.roster.persistence.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;

/** Connections from a pool that replaces broken ones, and that gives none away while the server does not answer. */
final class PostgresConnections implements Connections {
    private final HikariDataSource source;
    private final Jdbi jdbi;
    private final Pulse pulse;
    private final Set<Handle> lent = ConcurrentHashMap.newKeySet();

    PostgresConnections(HikariConfig config, SqlLogger logger, Pulse pulse) {
        this.source = new HikariDataSource(config);
        this.pulse = pulse;
        this.jdbi = Jdbi.create(source);
        jdbi.registerArgument(new DomainArguments());
        jdbi.getConfig(SqlStatements.class).setSqlLogger(logger);
        pulse.whenLost(this::cutOff);
    }

    Jdbi jdbi() {
        return jdbi;
    }

    @Override
    public Handle take() {
        if (pulse.isLost()) {
            throw new TroubleException(Trouble.UNREACHABLE);
        }
        Handle handle = jdbi.open();
        lent.add(handle);
        return handle;
    }

    /** The pool has one patience for all. */
    @Override
    public Handle takeWithin(Duration time) {
        return take();
    }

    @Override
    public void giveBack(Handle handle) {
        lent.remove(handle);
        Connections.rollBack(handle);
        Connections.close(handle);
    }

    /** Whoever waits for an answer over one of these connections would wait for minutes. */
    private void cutOff() {
        lent.forEach(PostgresConnections::abort);
        source.getHikariPoolMXBean().softEvictConnections();
    }

    private static void abort(Handle handle) {
        try {
            handle.getConnection().abort(Runnable::run);
        } catch (SQLException gone) {
            // Then nobody waits for it any more.
        }
    }

    void close() {
        source.close();
    }
}
