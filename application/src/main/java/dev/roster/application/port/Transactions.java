package dev.roster.application.port;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * All or nothing. Ports called inside join the transaction of the thread; a transaction inside a transaction joins the
 * outer one. An exception rolls everything back and comes out as it is. A port called outside any transaction runs in one
 * of its own.
 */
public interface Transactions {
    /** Runs work that changes something. */
    <T> T inTransaction(Supplier<T> work);

    /**
     * The same for work that may take longer than a person waits gladly, as an import does. Nothing else waits for its end to
     * be answered, where the store commits changes of several together; that is the only difference.
     */
    <T> T inLongTransaction(Supplier<T> work);

    /** Runs work that changes something while no other transaction writes what is signed and sealed. Not inside another. */
    <T> T alone(Supplier<T> work);

    /** Runs work that only reads; it sees one state of the store from beginning to end. */
    <T> T reading(Supplier<T> work);

    /** Whether the thread is in a transaction that may change something. */
    boolean isWriting();

    /**
     * Runs a call of a use case under a condition. The transaction that the use case begins asks the condition first, so that
     * nothing can come between the answer and the work. When the condition does not hold, the work still runs, for
     * whatever else refuses it comes first, and is rolled back.
     *
     * @param call begins exactly one transaction that changes something
     * @throws dev.roster.domain.RefusedException CHANGED when the condition does not hold
     * @throws IllegalStateException when the call begins no such transaction or several
     */
    <T> T provided(BooleanSupplier condition, Supplier<T> call);

    default void inTransaction(Runnable work) {
        inTransaction(() -> {
            work.run();
            return true;
        });
    }
}
