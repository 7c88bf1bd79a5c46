package dev.roster.http.patience;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes connections whose client sends a header, or reads an answer, more slowly than {@link Patience} allows. Jetty's idle
 * timeout alone does not: every byte restarts it. It listens to the connector to learn of connections, and wraps all other
 * handlers to know which connections serve a request.
 */
public final class ConnectionWatch extends Handler.Wrapper implements Connection.Listener {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionWatch.class);
    private static final long LONGEST_ROUND_MILLIS = 1_000;

    private final Patience patience;
    private final BodyWaits bodyWaits;
    private final Counter headers;
    private final Counter answers;
    private final Map<Connection, WatchedConnection> watched = new ConcurrentHashMap<>();
    private volatile Scheduler.@Nullable Task next;

    public ConnectionWatch(Patience patience, MeterRegistry metrics) {
        this.patience = patience;
        this.bodyWaits = new BodyWaits(patience.bodies());
        this.headers = counter(metrics, "header");
        this.answers = counter(metrics, "answer");
        Gauge.builder("roster.http.bodies.waiting", bodyWaits, BodyWaits::count)
                .description("requests waiting for more of their body")
                .register(metrics);
    }

    private static Counter counter(MeterRegistry metrics, String what) {
        return Counter.builder("roster.http.connections.cut")
                .description("connections that were closed for being too slow")
                .tag("with", what)
                .register(metrics);
    }

    /** The watch over a request's connection. */
    static ConnectionWatch of(Request request) {
        return Objects.requireNonNull(
                request.getConnectionMetaData().getConnector().getServer().getDescendant(ConnectionWatch.class));
    }

    Patience patience() {
        return patience;
    }

    BodyWaits bodyWaits() {
        return bodyWaits;
    }

    @Override
    public void onOpened(Connection connection) {
        watched.put(connection, new WatchedConnection(connection, System.nanoTime()));
    }

    @Override
    public void onClosed(Connection connection) {
        watched.remove(connection);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        WatchedConnection connection =
                watched.get(request.getConnectionMetaData().getConnection());
        if (connection != null) {
            connection.serves();
            Request.addCompletionListener(request, failure -> connection.hasServed());
        }
        return super.handle(request, response, callback);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        schedule();
    }

    @Override
    protected void doStop() throws Exception {
        Scheduler.Task planned = next;
        if (planned != null) {
            planned.cancel();
        }
        super.doStop();
    }

    private void schedule() {
        long shortest = Math.min(patience.header().toMillis(), patience.grace().toMillis());
        next = getServer()
                .getScheduler()
                .schedule(
                        this::round, Math.max(10, Math.min(LONGEST_ROUND_MILLIS, shortest / 4)), TimeUnit.MILLISECONDS);
    }

    private void round() {
        try {
            long now = System.nanoTime();
            watched.values().forEach(connection -> judge(connection, now));
        } finally {
            if (isRunning()) {
                schedule();
            }
        }
    }

    private void judge(WatchedConnection connection, long now) {
        switch (connection.look(now, patience)) {
            case FINE -> {}
            case SLOW_HEADER -> cut(connection, headers);
            case SLOW_ANSWER -> cut(connection, answers);
        }
    }

    private static void cut(WatchedConnection connection, Counter counter) {
        counter.increment();
        LOG.debug("closed, because its client is too slow: {}", connection);
        connection.close(new TimeoutException("the client is too slow"));
    }
}
