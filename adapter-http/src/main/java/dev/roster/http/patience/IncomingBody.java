package dev.roster.http.patience;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.IdleTimeout;
import org.jspecify.annotations.Nullable;

/** The body of a request, read with a time limit on waiting for more of it. */
public final class IncomingBody {
    private static final int BUFFER = 8_192;

    /** The shortest wait, so that a thread surely waits before its wait is over. */
    private static final long LEAST_WAIT_MILLIS = 20;

    private final ServletInputStream in;
    private final long length;
    private final EndPoint line;
    private final long usualIdle;
    private final Patience patience;
    private final BodyWaits waits;
    private final long place;
    private final long start = System.nanoTime();
    private long taken;
    private volatile boolean outdone;

    private IncomingBody(HttpServletRequest request, EndPoint line, Patience patience, BodyWaits waits)
            throws IOException {
        this.in = request.getInputStream();
        this.length = request.getContentLengthLong();
        this.line = line;
        this.usualIdle = line.getIdleTimeout();
        this.patience = patience;
        this.waits = waits;
        this.place = waits.begin();
    }

    /** The body from its beginning; to be asked for once in a request. */
    public static IncomingBody of(HttpServletRequest request) throws IOException {
        ServletContextRequest jetty = ServletContextRequest.getServletContextRequest(request);
        ConnectionWatch watch = ConnectionWatch.of(jetty);
        return new IncomingBody(
                request,
                jetty.getConnectionMetaData().getConnection().getEndPoint(),
                watch.patience(),
                watch.bodyWaits());
    }

    /**
     * Reads the next bytes, fewer than that many only where the body ends.
     *
     * @throws LateBodyException when they do not arrive in time
     * @throws IOException when the body breaks off
     */
    public byte[] read(int most) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        byte[] buffer = new byte[Math.min(most, BUFFER)];
        while (read.size() < most) {
            int count = next(buffer, Math.min(buffer.length, most - read.size()));
            if (count < 0) {
                break;
            }
            read.write(buffer, 0, count);
            taken += count;
        }
        return read.toByteArray();
    }

    private int next(byte[] buffer, int most) throws IOException {
        if (taken == length) {
            return -1;
        }
        boolean isThere = in.available() > 0 || in.isFinished();
        return isThere ? in.read(buffer, 0, most) : await(buffer, most);
    }

    private int await(byte[] buffer, int most) throws IOException {
        long left = patience.left(System.nanoTime() - start, taken);
        if (left <= 0) {
            throw LateBodyException.tooSlow();
        }
        waits.enter(place, this);
        try {
            wakeAfter(TimeUnit.NANOSECONDS.toMillis(left));
            mustNotBeOutdone(null);
            return in.read(buffer, 0, most);
        } catch (IOException broken) {
            mustNotBeOutdone(broken);
            throw isTimeout(broken) ? LateBodyException.tooSlow() : broken;
        } finally {
            waits.leave(place);
            line.setIdleTimeout(usualIdle);
        }
    }

    private void mustNotBeOutdone(@Nullable IOException cause) throws LateBodyException {
        if (outdone) {
            LateBodyException late = LateBodyException.outdone();
            if (cause != null) {
                late.addSuppressed(cause);
            }
            throw late;
        }
    }

    /** A read that waits ends with the idle timeout of its connection, counted from now. */
    private void wakeAfter(long millis) {
        if (line instanceof IdleTimeout idle) {
            idle.notIdle();
        }
        line.setIdleTimeout(Math.min(usualIdle, Math.max(millis, LEAST_WAIT_MILLIS)));
    }

    /** Gives the wait up, for another thread. */
    void outdo() {
        outdone = true;
        line.setIdleTimeout(LEAST_WAIT_MILLIS);
    }

    private static boolean isTimeout(Throwable broken) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof TimeoutException) {
                return true;
            }
        }
        return false;
    }
}
