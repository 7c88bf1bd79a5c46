package dev.roster.application.port;

import java.util.function.Supplier;

/**
 * All or nothing. Ports called inside join the transaction of the thread; a transaction inside a transaction joins the
 * outer one. An exception rolls everything back and comes out as it is. A port called outside any transaction runs in one
 * of its own.
 */
public interface Transactions {
    /** Runs work that changes something. */
    <T> T inTransaction(Supplier<T> work);

    /** Runs work that only reads; it sees one state of the store from beginning to end. */
    <T> T reading(Supplier<T> work);

    /** Whether the thread is in a transaction that may change something. */
    boolean isWriting();

    default void inTransaction(Runnable work) {
        inTransaction(() -> {
            work.run();
            return true;
        });
    }
}
