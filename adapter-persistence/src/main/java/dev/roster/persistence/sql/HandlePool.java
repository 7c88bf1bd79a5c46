package dev.roster.persistence.sql;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Connections to a SQLite file: opened when they are first needed, then kept, and lent in the order of asking.
 *
 * <p>Who asks waits for a turn while others of this process work, and for the lock while another process has it. That
 * lock is waited for since the asking and not since the turn: those who queue behind one that waits are told as soon as
 * that one.
 */
final class HandlePool implements Connections {
    /** So much is waited for a lock even after a long wait for the turn, as long as nobody was refused for it just now. */
    private static final long LEAST_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final Jdbi jdbi;
    private final Patience patience;
    private final Semaphore free;
    private final ConcurrentLinkedDeque<Handle> idle = new ConcurrentLinkedDeque<>();
    private final Map<Handle, LockWait> waits = new ConcurrentHashMap<>();
    private volatile boolean locked;
    private volatile boolean closed;

    HandlePool(Jdbi jdbi, int most, Patience patience) {
        this.jdbi = jdbi;
        this.patience = patience;
        this.free = new Semaphore(most, true);
    }

    @Override
    public Handle take() {
        return takeSince(System.nanoTime());
    }

    /**
     * Like {@link #take}, for those who have waited already.
     *
     * @param asked since when, in {@link System#nanoTime()}
     */
    Handle takeSince(long asked) {
        return take(asked, patience.turn(), patience.lock());
    }

    @Override
    public Handle takeWithin(Duration time) {
        return take(System.nanoTime(), time, time);
    }

    private Handle take(long asked, Duration turn, Duration lock) {
        waitForTurn(turn);
        boolean taken = false;
        try {
            Handle handle = closed ? refuse() : ready(asked + lock.toNanos());
            taken = true;
            return handle;
        } finally {
            if (!taken) {
                free.release();
            }
        }
    }

    private void waitForTurn(Duration turn) {
        try {
            if (!free.tryAcquire(turn.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new TroubleException(Trouble.BUSY);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new TroubleException(Trouble.BUSY);
        }
    }

    private static Handle refuse() {
        throw new StoreException("the store is closed");
    }

    private Handle ready(long deadline) {
        long now = System.nanoTime();
        if (locked && now - deadline > 0) {
            throw new TroubleException(Trouble.LOCKED);
        }
        Handle handle = idleOrNew();
        LockWait wait = waits.get(handle);
        if (wait != null) {
            wait.until(locked ? deadline : Math.max(deadline - now, LEAST_NANOS) + now);
        }
        return handle;
    }

    private Handle idleOrNew() {
        // The one used last has its pages at hand.
        @Nullable Handle handle = idle.pollFirst();
        return handle == null ? opened() : handle;
    }

    private Handle opened() {
        Handle handle = jdbi.open();
        try {
            waits.put(handle, LockWait.of(handle));
            return handle;
        } catch (SQLException broken) {
            Connections.close(handle);
            throw new ConnectionException(broken);
        }
    }

    @Override
    public void giveBack(Handle handle) {
        LockWait wait = waits.get(handle);
        locked = wait != null && wait.gaveUp();
        if (Connections.rollBack(handle) && !closed) {
            idle.addFirst(handle);
        } else {
            close(handle);
        }
        free.release();
        if (closed) {
            closeIdle();
        }
    }

    private void close(Handle handle) {
        waits.remove(handle);
        Connections.close(handle);
    }

    /** Connections that are lent out close when they come back. */
    void close() {
        closed = true;
        closeIdle();
    }

    private void closeIdle() {
        for (Handle handle = idle.pollFirst(); handle != null; handle = idle.pollFirst()) {
            close(handle);
        }
    }
}
