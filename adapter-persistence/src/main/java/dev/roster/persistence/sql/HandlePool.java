package dev.roster.persistence.sql;

import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Connections to a file: opened when they are first needed, then kept, and lent in the order of asking. */
final class HandlePool implements Connections {
    private static final int LONGEST_WAIT_SECONDS = 20;

    private final Jdbi jdbi;
    private final Semaphore free;
    private final ConcurrentLinkedDeque<Handle> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    HandlePool(Jdbi jdbi, int most) {
        this.jdbi = jdbi;
        this.free = new Semaphore(most, true);
    }

    @Override
    public Handle take() {
        waitForTurn();
        boolean taken = false;
        try {
            Handle handle = closed ? refuse() : idleOrNew();
            taken = true;
            return handle;
        } finally {
            if (!taken) {
                free.release();
            }
        }
    }

    private void waitForTurn() {
        try {
            if (!free.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw Database.busy();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw Database.busy();
        }
    }

    private static Handle refuse() {
        throw new StoreException("the store is closed");
    }

    private Handle idleOrNew() {
        // The one used last has its pages at hand.
        @Nullable Handle handle = idle.pollFirst();
        return handle == null ? jdbi.open() : handle;
    }

    @Override
    public void giveBack(Handle handle) {
        if (Connections.rollBack(handle) && !closed) {
            idle.addFirst(handle);
        } else {
            Connections.close(handle);
        }
        free.release();
        if (closed) {
            closeIdle();
        }
    }

    /** Connections that are lent out close when they come back. */
    void close() {
        closed = true;
        closeIdle();
    }

    private void closeIdle() {
        for (Handle handle = idle.pollFirst(); handle != null; handle = idle.pollFirst()) {
            Connections.close(handle);
        }
    }
}
