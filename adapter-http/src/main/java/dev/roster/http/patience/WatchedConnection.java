package dev.roster.http.patience;

import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;

/** A connection that is looked at in rounds, by one thread at a time, while others serve requests on it. */
final class WatchedConnection {
    /** What a look finds. */
    enum Finding {
        FINE,
        SLOW_HEADER,
        SLOW_ANSWER
    }

    /** The time between two requests, or that of one. */
    private static final class Stage {
        private final boolean serving;
        private final long bytesInBefore;
        private boolean slow;
        private long slowSince;
        private long bytesOutBefore;

        private Stage(boolean serving, long bytesInBefore) {
            this.serving = serving;
            this.bytesInBefore = bytesInBefore;
        }

        private void slowSince(long nanos, long bytesOut) {
            slow = true;
            slowSince = nanos;
            bytesOutBefore = bytesOut;
        }
    }

    private final Connection connection;
    private volatile Stage stage;

    /** A connection is opened to ask something, so the first header is awaited from the beginning. */
    WatchedConnection(Connection connection, long now) {
        this.connection = connection;
        Stage first = new Stage(false, 0);
        first.slowSince(now, 0);
        this.stage = first;
    }

    void serves() {
        stage = new Stage(true, 0);
    }

    void hasServed() {
        stage = new Stage(false, connection.getBytesIn());
    }

    Finding look(long now, Patience patience) {
        Stage seen = stage;
        return seen.serving ? answer(seen, now, patience) : header(seen, now, patience);
    }

    private Finding header(Stage seen, long now, Patience patience) {
        if (!seen.slow && connection.getBytesIn() > seen.bytesInBefore) {
            seen.slowSince(now, 0);
        }
        boolean late = seen.slow && now - seen.slowSince > patience.header().toNanos();
        return late ? Finding.SLOW_HEADER : Finding.FINE;
    }

    /** An answer waits for its client while bytes of it are not off our hands. */
    private Finding answer(Stage seen, long now, Patience patience) {
        if (!isWriting(connection.getEndPoint())) {
            seen.slow = false;
        } else if (!seen.slow) {
            seen.slowSince(now, connection.getBytesOut());
        } else if (patience.left(now - seen.slowSince, connection.getBytesOut() - seen.bytesOutBefore) < 0) {
            return Finding.SLOW_ANSWER;
        }
        return Finding.FINE;
    }

    private static boolean isWriting(EndPoint line) {
        return line instanceof AbstractEndPoint point && point.getWriteFlusher().isPending();
    }

    void close(TimeoutException reason) {
        connection.getEndPoint().close(reason);
    }

    @Override
    public String toString() {
        return connection.toString();
    }
}
