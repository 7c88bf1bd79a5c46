package dev.roster.application.race;

import dev.roster.application.fault.WatchedPorts;
import dev.roster.application.given.Ports;
import dev.roster.application.port.Transactions;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets something happen at the worst moment for a use case: all that it found out beforehand is found out, and the transaction in
 * which it acts has not begun. No thread and no clock takes part, so it always happens there.
 */
public final class Meanwhile {
    private @Nullable Runnable change;

    /** Ports for the use case that is interrupted. */
    public Ports around(Ports ports) {
        return WatchedPorts.each(
                ports,
                component -> component.getType() == Transactions.class
                        ? new Interrupted(ports.transactions())
                        : WatchedPorts.value(component, ports));
    }

    /** What is to happen, once, before the next transaction that may change something. */
    public void happens(Runnable wanted) {
        this.change = wanted;
    }

    /** Whether there was such a transaction. */
    public boolean hasHappened() {
        return change == null;
    }

    private void now() {
        Runnable due = change;
        change = null;
        if (due != null) {
            due.run();
        }
    }

    private final class Interrupted implements Transactions {
        private final Transactions transactions;

        private Interrupted(Transactions transactions) {
            this.transactions = transactions;
        }

        @Override
        public <T> T inTransaction(Supplier<T> work) {
            if (!transactions.isWriting()) {
                now();
            }
            return transactions.inTransaction(work);
        }

        @Override
        public <T> T inLongTransaction(Supplier<T> work) {
            if (!transactions.isWriting()) {
                now();
            }
            return transactions.inLongTransaction(work);
        }

        @Override
        public <T> T alone(Supplier<T> work) {
            now();
            return transactions.alone(work);
        }

        @Override
        public <T> T reading(Supplier<T> work) {
            return transactions.reading(work);
        }

        @Override
        public <T> T provided(BooleanSupplier condition, Supplier<T> call) {
            return transactions.provided(condition, call);
        }

        @Override
        public boolean isWriting() {
            return transactions.isWriting();
        }
    }
}
