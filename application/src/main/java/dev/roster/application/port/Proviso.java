package dev.roster.application.port;

import dev.roster.domain.RefusedException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The condition that the calls of a thread are under, for implementations of {@link Transactions}. Each keeps one and hands
 * it all work that begins a transaction which may change something.
 */
public final class Proviso {
    private static final class Condition {
        private final BooleanSupplier holds;
        private boolean asked;

        private Condition(BooleanSupplier holds) {
            this.holds = holds;
        }
    }

    // One for each store: a program may have several open.
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable Condition> current = new ThreadLocal<>();

    /** Runs a call under a condition, see {@link Transactions#provided}. */
    public <T> T over(BooleanSupplier holds, Supplier<T> call) {
        if (current.get() != null) {
            throw new IllegalStateException("a call under a condition is part of another one");
        }
        Condition condition = new Condition(holds);
        current.set(condition);
        try {
            T result = call.get();
            if (!condition.asked) {
                throw new IllegalStateException("a call under a condition began no transaction that could ask it");
            }
            return result;
        } finally {
            current.remove();
        }
    }

    /** Work that begins a transaction, with the condition that the thread is under, if any. */
    public <T> Supplier<T> on(Supplier<T> work) {
        Condition condition = current.get();
        if (condition == null) {
            return work;
        }
        if (condition.asked) {
            throw new IllegalStateException("a call under a condition began a second transaction");
        }
        condition.asked = true;
        return () -> {
            boolean holds = condition.holds.getAsBoolean();
            T result = work.get();
            if (!holds) {
                throw RefusedException.changed(
                        "the current state does not match the condition of the request; read it again");
            }
            return result;
        };
    }
}
