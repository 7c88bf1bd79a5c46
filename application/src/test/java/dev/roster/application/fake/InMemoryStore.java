package dev.roster.application.fake;

import dev.roster.application.port.Proviso;
import dev.roster.application.port.Transactions;
import dev.roster.domain.RefusedException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The state that the in-memory ports share. One transaction writes at a time, on a copy that is thrown away when it
 * fails; readers keep the state they started with.
 */
final class InMemoryStore implements Transactions {
    private record View(Tables tables, boolean writable) {}

    private final ReentrantLock writing = new ReentrantLock();
    /** Each store has its own, and a transaction leaves none behind. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable View> current = new ThreadLocal<>();

    private final Proviso proviso = new Proviso();

    private volatile Tables committed = new Tables();
    private volatile @Nullable RefusedException writingIsRefused;
    private volatile @Nullable RefusedException everythingIsRefused;

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        View joined = current.get();
        if (joined != null) {
            return work.get();
        }
        refuseIf(writingIsRefused);
        refuseIf(everythingIsRefused);
        Supplier<T> conditional = proviso.on(work);
        writing.lock();
        try {
            View view = new View(committed.copy(), true);
            T result = seeing(view, conditional);
            committed = view.tables();
            return result;
        } finally {
            writing.unlock();
        }
    }

    @Override
    public <T> T provided(BooleanSupplier condition, Supplier<T> call) {
        return proviso.over(condition, call);
    }

    @Override
    public <T> T reading(Supplier<T> work) {
        View joined = current.get();
        if (joined != null) {
            return work.get();
        }
        refuseIf(everythingIsRefused);
        return seeing(new View(committed, false), work);
    }

    @Override
    public boolean isWriting() {
        View view = current.get();
        return view != null && view.writable();
    }

    /** What a port finds out. */
    <T> T read(Function<Tables, T> question) {
        View view = current.get();
        if (view != null) {
            return question.apply(view.tables());
        }
        refuseIf(everythingIsRefused);
        return question.apply(committed);
    }

    /** What a port changes, in a transaction of its own where there is none. */
    <T> T write(Function<Tables, T> change) {
        return inTransaction(() -> {
            View view = current.get();
            if (view == null || !view.writable()) {
                throw new IllegalStateException("a transaction that only reads cannot write");
            }
            return change.apply(view.tables());
        });
    }

    void change(Consumer<Tables> change) {
        write(tables -> {
            change.accept(tables);
            return true;
        });
    }

    private static void refuseIf(@Nullable RefusedException refusal) {
        if (refusal != null) {
            throw refusal;
        }
    }

    /** @param refusal what every transaction that writes meets from now on, as with a full disk, or null */
    void refuseWriting(@Nullable RefusedException refusal) {
        writingIsRefused = refusal;
    }

    /** @param refusal what everything meets from now on, as with a server that is down, or null */
    void refuseEverything(@Nullable RefusedException refusal) {
        everythingIsRefused = refusal;
    }

    /** The state that was committed last: another object after each commit. */
    Tables committed() {
        return committed;
    }

    private <T> T seeing(View view, Supplier<T> work) {
        current.set(view);
        try {
            return work.get();
        } finally {
            current.remove();
        }
    }
}
