package dev.roster.persistence.sql;

import java.time.Duration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** Open connections of one kind, lent out one by one. */
interface Connections {
    /**
     * @throws TroubleException when none came back in time, or the store is known not to work
     * @throws JdbiException when a new one cannot be opened
     */
    Handle take();

    /** Like {@link #take}, for those who do not wait for as long. */
    Handle takeWithin(Duration time);

    /** Takes a connection back, whatever state it is in. An open transaction is rolled back. */
    void giveBack(Handle handle);

    /** Rolls an open transaction back. Returns false when the connection is of no use any more. */
    static boolean rollBack(Handle handle) {
        try {
            if (handle.isInTransaction()) {
                handle.rollback();
            }
            return !handle.isClosed();
        } catch (JdbiException broken) {
            return false;
        }
    }

    /** Closes a connection for good. */
    static void close(Handle handle) {
        try {
            handle.close();
        } catch (JdbiException broken) {
            // It is gone either way, and what went wrong with it has been told to whoever used it.
        }
    }
}
