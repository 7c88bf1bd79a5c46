package dev.roster.persistence.sql;

import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.sqlite.BusyHandler;

/**
 * What one connection does while another process has locked the file: it tries again, often, until its time is over.
 * SQLite's own waiting pauses ever longer, and then loses to whoever tries more often.
 */
final class LockWait extends BusyHandler {
    private static final long LONGEST_PAUSE_MICROS = 5_000;

    private volatile long deadline = System.nanoTime();
    private volatile boolean gaveUp;

    static LockWait of(Handle handle) throws SQLException {
        LockWait wait = new LockWait();
        BusyHandler.setHandler(handle.getConnection(), wait);
        return wait;
    }

    /**
     * Begins anew.
     *
     * @param deadline in {@link System#nanoTime()}
     */
    void until(long deadline) {
        this.deadline = deadline;
        this.gaveUp = false;
    }

    /** Whether a lock outlasted the time since {@link #until}. */
    boolean gaveUp() {
        return gaveUp;
    }

    /** SQLite goes on trying as long as this does not return 0. */
    @Override
    protected int callback(int tries) {
        if (deadline - System.nanoTime() > 0 && pause()) {
            return 1;
        }
        gaveUp = true;
        return 0;
    }

    private static boolean pause() {
        try {
            TimeUnit.MICROSECONDS.sleep(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_MICROS));
            return true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
