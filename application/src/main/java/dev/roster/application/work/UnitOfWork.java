package dev.roster.application.work;

import dev.roster.application.Now;
import dev.roster.application.access.AccessGuard;
import dev.roster.application.port.Ids;
import dev.roster.application.port.Transactions;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

/** The transaction that a use case acts in, whom it asks in there, what it writes down, and where time and ids come from. */
public final class UnitOfWork {
    private final Transactions transactions;
    private final Lookups lookups;
    private final AccessGuard guard;
    private final Journal journal;
    private final Ids ids;
    private final Now now;

    @Inject
    public UnitOfWork(
            Transactions transactions, Lookups lookups, AccessGuard guard, Journal journal, Ids ids, Now now) {
        this.transactions = transactions;
        this.lookups = lookups;
        this.guard = guard;
        this.journal = journal;
        this.ids = ids;
        this.now = now;
    }

    /**
     * All or nothing; see {@link Transactions#inTransaction(Supplier)}.
     *
     * @throws dev.roster.domain.RefusedException CHANGED where a name that the call is about means another thing by now; see
     *     {@link Lookups}
     */
    public <T> T inTransaction(Supplier<T> work) {
        return transactions.isWriting()
                ? transactions.inTransaction(work)
                : lookups.asking(transactions::inTransaction, work);
    }

    /** The same for work that may take long; see {@link Transactions#inLongTransaction(Supplier)}. */
    public <T> T inLongTransaction(Supplier<T> work) {
        return transactions.isWriting()
                ? transactions.inLongTransaction(work)
                : lookups.asking(transactions::inLongTransaction, work);
    }

    /** The same with nothing to answer. */
    public void inTransaction(Runnable work) {
        inTransaction(() -> {
            work.run();
            return true;
        });
    }

    /** The same while no other transaction writes what is signed and sealed; see {@link Transactions#alone(Supplier)}. */
    public <T> T alone(Supplier<T> work) {
        return lookups.asking(transactions::alone, work);
    }

    /** One state of the store from beginning to end; see {@link Transactions#reading(Supplier)}. */
    public <T> T reading(Supplier<T> work) {
        return transactions.reading(work);
    }

    public AccessGuard guard() {
        return guard;
    }

    public Journal journal() {
        return journal;
    }

    /** The time, cut to microseconds. */
    public Instant now() {
        return now.get();
    }

    /** An id that nothing has yet. */
    public UUID nextId() {
        return ids.next();
    }
}
