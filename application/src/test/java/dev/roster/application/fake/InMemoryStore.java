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

    /** What several processes on one store share. */
    private static final class Shared {
        private final ReentrantLock writing = new ReentrantLock();
        private volatile Tables committed;

        private Shared(Tables tables) {
            this.committed = tables;
        }
    }

    private final Shared shared;
    private final KeyFake key;
    /** Each store has its own, and a transaction leaves none behind. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable View> current = new ThreadLocal<>();

    private final Proviso proviso = new Proviso();

    private volatile @Nullable RefusedException writingIsRefused;
    private volatile @Nullable RefusedException everythingIsRefused;

    /** A new store that belongs to a key. */
    InMemoryStore(KeyFake key) {
        this(new Shared(new Tables(key)), key);
    }

    private InMemoryStore(Shared shared, KeyFake key) {
        this.shared = shared;
        this.key = key;
    }

    /** The same store as a process sees it that works with that key. */
    InMemoryStore with(KeyFake other) {
        return new InMemoryStore(shared, other);
    }

    KeyFake key() {
        return key;
    }

    /** Whether this process works with the key that the store belongs to. */
    boolean isOwned() {
        return read(tables -> tables.fingerprint.equals(key.fingerprint()));
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        View joined = current.get();
        if (joined != null) {
            return work.get();
        }
        refuseIf(writingIsRefused);
        refuseIf(everythingIsRefused);
        Supplier<T> conditional = proviso.on(work);
        shared.writing.lock();
        try {
            View view = new View(shared.committed.copy(), true);
            boolean owned = isOwned();
            T result = seeing(view, conditional);
            if (!owned) {
                throw RefusedException.busy("the secret key was rotated, start this process again");
            }
            shared.committed = view.tables();
            return result;
        } finally {
            shared.writing.unlock();
        }
    }

    /** One transaction writes at a time anyway. */
    @Override
    public <T> T inLongTransaction(Supplier<T> work) {
        return inTransaction(work);
    }

    @Override
    public <T> T alone(Supplier<T> work) {
        return inTransaction(work);
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
        return seeing(new View(shared.committed, false), work);
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
        return question.apply(shared.committed);
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
        return shared.committed;
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
