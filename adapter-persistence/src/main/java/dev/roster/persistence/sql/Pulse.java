package dev.roster.persistence.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a PostgreSQL server again and again, over a connection of its own, whether it is there. A server that vanished
 * without a word, as with a cut cable, cannot be told from one at work on a long query otherwise.
 */
final class Pulse implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final String server;
    private final String meanwhile;
    private final DataSource source;
    private final Dialect dialect;
    private final Duration patience;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "roster-pulse");
        made.setDaemon(true);
        return made;
    });
    private @Nullable Connection connection;
    private volatile boolean lost;

    /**
     * @param server what it is called in the log
     * @param meanwhile what the log says about the time without it
     * @param source of connections; connecting may not take longer than the patience by much
     * @param patience how long an answer may take
     */
    Pulse(String server, String meanwhile, DataSource source, Dialect dialect, Duration patience) {
        this.server = server;
        this.meanwhile = meanwhile;
        this.source = source;
        this.dialect = dialect;
        this.patience = patience;
    }

    void start() {
        var unused = thread.scheduleWithFixedDelay(this::beatAnyhow, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether it did not answer the last time. */
    boolean isLost() {
        return lost;
    }

    /** Has something done each time that there is no answer. */
    void whenLost(Runnable listener) {
        listeners.add(listener);
    }

    /** A schedule ends with the first exception. */
    private void beatAnyhow() {
        try {
            beat();
        } catch (RuntimeException failed) {
            LOG.warn("checking whether {} is available failed; it is checked again", server, failed);
        }
    }

    private void beat() {
        try {
            ask();
            found();
        } catch (SQLException failure) {
            disconnect();
            if (dialect.trouble(failure).filter(Trouble.UNREACHABLE::equals).isPresent()) {
                lose(failure);
            } else {
                // It will not let us in, which is an answer too.
                found();
            }
        }
    }

    /** A connection that was closed says nothing of the server, only of the connection: a new one is tried at once. */
    private void ask() throws SQLException {
        long asked = System.nanoTime();
        try {
            select();
        } catch (SQLException failure) {
            disconnect();
            if (System.nanoTime() - asked >= patience.toNanos()) {
                throw failure;
            }
            select();
        }
    }

    private void select() throws SQLException {
        Connection current = connection;
        if (current == null) {
            current = source.getConnection();
            connection = current;
            current.setNetworkTimeout(Runnable::run, Math.toIntExact(patience.toMillis()));
        }
        try (Statement statement = current.createStatement()) {
            statement.execute("SELECT 1");
        }
    }

    private void found() {
        if (lost) {
            LOG.info("{} answers again", server);
        }
        lost = false;
    }

    private void lose(SQLException failure) {
        if (!lost) {
            LOG.warn("{} does not answer; {} until it does: {}", server, meanwhile, failure.getMessage());
        }
        lost = true;
        listeners.forEach(Runnable::run);
    }

    private void disconnect() {
        Connection broken = connection;
        connection = null;
        if (broken != null) {
            leave(broken);
        }
    }

    private static void leave(Connection broken) {
        try {
            broken.abort(Runnable::run);
        } catch (SQLException gone) {
            LOG.debug("a connection that was to be closed is gone", gone);
        }
    }

    @Override
    public void close() {
        thread.execute(this::sayGoodbye);
        thread.shutdown();
    }

    private void sayGoodbye() {
        Connection ending = connection;
        try {
            if (ending != null) {
                ending.close();
            }
        } catch (SQLException gone) {
            LOG.debug("a connection that was to be closed is gone", gone);
        }
    }
}
