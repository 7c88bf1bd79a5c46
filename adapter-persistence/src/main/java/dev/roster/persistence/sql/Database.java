package dev.roster.persistence.sql;

import dev.roster.application.port.Proviso;
import dev.roster.application.port.Transactions;
import dev.roster.domain.RefusedException;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * Runs the SQL of the ports in the transaction of the thread, or in a short one of its own, and turns the driver's
 * exceptions into what the ports promise.
 */
final class Database implements Transactions {
    private static final int MOST_ATTEMPTS = 12;
    private static final int ATTEMPTS_BEFORE_TAKING_TURN = 2;
    private static final int LONGEST_PAUSE_MILLIS = 10;

    /** What is signed with the secret key or sealed with it. */
    private static final String[] PROTECTED = {
        "audit_events", "audit_seals", "user_tokens", "invite_links", "outbox", "secret_keys"
    };

    /** What those queue for that take turns. */
    private static final String[] QUEUE = {Schema.HISTORY};

    private static final String[] NOTHING = {};

    private final Engine engine;
    private final KeyCheck key;
    // One for each store: a program may have several open.
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<Running> running = new ThreadLocal<>();

    private final Proviso proviso = new Proviso();

    /** Whether others may be committed together with a transaction. */
    private enum Commit {
        SHARED,
        OWN
    }

    /** The transaction of a thread. */
    private static final class Running {
        private final Handle handle;
        private final boolean writing;
        private boolean doomed;
        private boolean keyChecked;

        private Running(Handle handle, boolean writing) {
            this.handle = handle;
            this.writing = writing;
        }
    }

    @Inject
    Database(Engine engine, KeyCheck key) {
        this.engine = engine;
        this.key = key;
    }

    Dialect dialect() {
        return engine.dialect();
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        Running outer = running.get();
        return outer == null ? repeatedly(proviso.on(work), Commit.SHARED, NOTHING) : joining(outer, work);
    }

    @Override
    public <T> T inLongTransaction(Supplier<T> work) {
        Running outer = running.get();
        return outer == null ? repeatedly(proviso.on(work), Commit.OWN, NOTHING) : joining(outer, work);
    }

    @Override
    public <T> T alone(Supplier<T> work) {
        if (running.get() != null) {
            throw new IllegalStateException("there is a transaction already");
        }
        return repeatedly(proviso.on(work), Commit.OWN, PROTECTED);
    }

    @Override
    public <T> T provided(BooleanSupplier condition, Supplier<T> call) {
        return proviso.over(condition, call);
    }

    @Override
    public <T> T reading(Supplier<T> work) {
        if (running.get() != null) {
            return work.get();
        }
        Optional<T> found = engine.standby().filter(Standby::isWanted).flatMap(standby -> onStandby(standby, work));
        if (found.isPresent()) {
            return found.get();
        }
        try {
            return using(engine.readers(), false, work, NOTHING);
        } catch (StoreException failure) {
            throw giveUp(failure);
        }
    }

    /** Whatever fails or is refused on a standby, which may not know of it yet, the store itself decides. */
    private <T> Optional<T> onStandby(Standby standby, Supplier<T> work) {
        try {
            T result = using(standby, false, work, NOTHING);
            standby.answeredOne();
            return Optional.of(result);
        } catch (RuntimeException failure) {
            standby.leftOne();
            return Optional.empty();
        }
    }

    @Override
    public boolean isWriting() {
        Running here = running.get();
        return here != null && here.writing;
    }

    Sql sql(String text) {
        return new Sql(this, text);
    }

    /** Runs one query: in the transaction of the thread, or alone. */
    <T> T read(Function<Handle, T> query) {
        Running outer = running.get();
        if (outer != null) {
            return translating(() -> query.apply(outer.handle));
        }
        Connections readers = engine.readers();
        Handle handle = translating(readers::take);
        try {
            return translating(() -> query.apply(handle));
        } catch (StoreException failure) {
            throw giveUp(failure);
        } finally {
            readers.giveBack(handle);
        }
    }

    /**
     * Runs a query for one thing. Alone, it may be answered as the last time, as long as nothing was committed since.
     *
     * @param question as {@link KeptAnswers#find} takes it
     */
    <T> Optional<T> find(Object question, Function<Handle, Optional<T>> query) {
        if (running.get() != null || !dialect().countsCommits()) {
            return read(query);
        }
        return read(handle -> KeptAnswers.of(handle).find(handle, question, () -> query.apply(handle)));
    }

    /**
     * Runs statements that change something.
     *
     * @param takens what the unique constraints stand for that these statements may violate
     */
    <T> T write(Function<Handle, T> change, Taken... takens) {
        return inTransaction(() -> translating(() -> change.apply(current().handle), takens));
    }

    private Running current() {
        Running here = running.get();
        if (here == null) {
            throw new IllegalStateException("there is no transaction");
        }
        return here;
    }

    private static <T> T joining(Running outer, Supplier<T> work) {
        if (!outer.writing) {
            throw new IllegalStateException("a transaction that only reads cannot change anything");
        }
        boolean done = false;
        try {
            T result = work.get();
            done = true;
            return result;
        } finally {
            outer.doomed |= !done;
        }
    }

    /** @param locked the tables that nobody else is to write to */
    private <T> T repeatedly(Supplier<T> work, Commit commit, String[] locked) {
        for (int attempt = 1; ; attempt++) {
            try {
                return writing(work, commit, locked(attempt, locked));
            } catch (StoreException failure) {
                if (attempt == MOST_ATTEMPTS || !mayBeRepeated(failure)) {
                    throw giveUp(failure);
                }
            }
            pause(attempt);
        }
    }

    /**
     * Lets those queue that made each other fail again and again, on a table that nothing writes to while servers run.
     * Unlike a query, a lock on a table waits before the transaction has fixed what it sees.
     */
    private static String[] locked(int attempt, String[] always) {
        return always.length > 0 || attempt <= ATTEMPTS_BEFORE_TAKING_TURN ? always : QUEUE;
    }

    private boolean mayBeRepeated(StoreException failure) {
        SQLException cause = sqlCause(failure);
        return isUndone(failure) || (cause != null && dialect().mayBeRepeated(cause));
    }

    private static boolean isUndone(StoreException failure) {
        return failure.getCause() instanceof UndoneException;
    }

    /** What might have succeeded in another run, and has had its last. */
    private RuntimeException giveUp(StoreException failure) {
        if (isUndone(failure)) {
            return Trouble.BUSY.refusal(failure);
        }
        SQLException cause = sqlCause(failure);
        return Optional.ofNullable(cause)
                .flatMap(dialect()::trouble)
                .<RuntimeException>map(trouble -> trouble.refusal(failure))
                .orElse(failure);
    }

    static RefusedException busy() {
        return Trouble.BUSY.refusal(null);
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(1, LONGEST_PAUSE_MILLIS * attempt));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw busy();
        }
    }

    private <T> T writing(Supplier<T> work, Commit commit, String[] locked) {
        GroupCommit together = engine.groupCommit().orElse(null);
        if (together == null) {
            T result = using(engine.writers(), true, work, locked);
            engine.standby().ifPresent(Standby::changed);
            return result;
        }
        T result = translating(() ->
                together.run(commit == Commit.SHARED, handle -> inside(new Running(handle, true), work)));
        engine.lastWrites().succeeded();
        return result;
    }

    private <T> T using(Connections connections, boolean writing, Supplier<T> work, String[] locked) {
        Handle handle = translating(connections::take);
        try {
            translating(handle::begin);
            if (locked.length > 0) {
                translating(() -> lock(handle, locked));
            }
            T result = inside(new Running(handle, writing), work);
            translating(handle::commit);
            if (writing) {
                engine.lastWrites().succeeded();
            }
            return result;
        } finally {
            connections.giveBack(handle);
        }
    }

    private Handle lock(Handle handle, String[] tables) {
        dialect().lock(handle, tables);
        return handle;
    }

    /** Runs all that belongs into a transaction. */
    private <T> T inside(Running transaction, Supplier<T> work) {
        running.set(transaction);
        try {
            T result = work.get();
            if (transaction.doomed) {
                throw new IllegalStateException("a part of this transaction failed, it cannot be committed");
            }
            if (transaction.writing) {
                requireKey();
            }
            return result;
        } finally {
            running.remove();
        }
    }

    /**
     * Makes sure, once in each transaction, that the secret key of this process is the store's. What writes does so in the
     * end at the latest, so that a process with a key that was replaced writes nothing at all.
     */
    void requireKey() {
        Running here = running.get();
        if (here == null || !here.keyChecked) {
            requireKey(read(Schema::fingerprint).orElse(null));
        }
    }

    /** @param found the fingerprint that the transaction has just read; null when there is none */
    void requireKey(@Nullable String found) {
        key.require(found);
        Running here = running.get();
        if (here != null) {
            here.keyChecked = true;
        }
    }

    private <T> T translating(Supplier<T> work, Taken... takens) {
        try {
            return work.get();
        } catch (TroubleException known) {
            throw told(known.trouble(), known);
        } catch (UndoneException undone) {
            throw new StoreException("the store failed: " + oneLine(undone), undone);
        } catch (JdbiException failure) {
            throw translated(failure, takens);
        }
    }

    private RuntimeException translated(JdbiException failure, Taken... takens) {
        SQLException cause = sqlCause(failure);
        if (cause == null) {
            return new StoreException("the store failed: " + oneLine(failure), failure);
        }
        String violated = dialect().violatedConstraint(cause).orElse("");
        for (Taken taken : takens) {
            if (taken.constraint().equals(violated)) {
                return taken.refusal();
            }
        }
        StoreException failed = new StoreException("the store failed: " + oneLine(cause), failure);
        return dialect().mayBeRepeated(cause)
                ? failed
                : dialect().trouble(cause).map(trouble -> told(trouble, failed)).orElse(failed);
    }

    private RuntimeException told(Trouble trouble, RuntimeException cause) {
        // A standby that fails says nothing of the store.
        if (engine.standby().filter(Standby::isLent).isEmpty()) {
            engine.lastWrites().met(trouble);
        }
        return trouble.refusal(cause);
    }

    private static String oneLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("no reason given");
    }

    static @Nullable SQLException sqlCause(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException found) {
                return found;
            }
        }
        return null;
    }
}
