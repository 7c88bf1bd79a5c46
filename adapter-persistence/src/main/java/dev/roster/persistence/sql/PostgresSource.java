package dev.roster.persistence.sql;

import dev.roster.persistence.sql.StoreAddress.PostgresDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Connects to PostgreSQL. A server that takes a connection and says nothing is given up after seconds; once it has let us
 * in, a statement may take its time, and {@link Pulse} watches over that.
 */
final class PostgresSource extends PGSimpleDataSource {
    private static final long serialVersionUID = 1L;

    /** Longer than any statement of Roster takes. */
    private static final int LONGEST_STATEMENT_MILLIS =
            Math.toIntExact(Duration.ofMinutes(15).toMillis());

    /** @param logIn how long connecting and logging in may take each, to the next second */
    PostgresSource(PostgresDatabase address, Duration logIn) {
        int seconds = Math.toIntExact(logIn.plusSeconds(1).minusNanos(1).toSeconds());
        setUrl(address.url());
        setUser(address.user());
        setPassword(address.password());
        setApplicationName("roster");
        setTcpKeepAlive(true);
        setConnectTimeout(seconds);
        setLoginTimeout(seconds);
        setSocketTimeout(seconds);
    }

    /** @param options as on the command line of the server, {@code -c enable_seqscan=off} */
    PostgresSource with(String options) {
        setOptions(options);
        return this;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        connection.setNetworkTimeout(Runnable::run, LONGEST_STATEMENT_MILLIS);
        return connection;
    }
}
