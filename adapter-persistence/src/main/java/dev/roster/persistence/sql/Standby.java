package dev.roster.persistence.sql;

import dev.roster.application.port.Freshness;
import dev.roster.application.port.FreshnessMark;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A streaming standby of a PostgreSQL database. It lends connections to the reads of requests that say how old an answer may be,
 * where it has all that such a read must know: what the request's mark stands for, and all by which anyone lost a right. The
 * reasons are in ADR 56.
 */
final class Standby implements Connections, Freshness {
    private static final Logger LOG = LoggerFactory.getLogger(Standby.class);

    /** How long one is left alone that could not be asked. */
    private static final Duration REST = Duration.ofSeconds(5);

    /**
     * Asked before the transaction begins, so that the state that it sees is at least as new as the answer. All transactions
     * before the oldest that is under way have ended; the list of those under way is empty on a standby, so that it says nothing.
     */
    private static final String STATE = """
            SELECT pg_is_in_recovery() AND %s = :cluster AS following,
                pg_last_wal_replay_lsn() >= CAST(:least AS pg_lsn)
                    AND pg_snapshot_xmin(pg_current_snapshot())::text::bigint > :lost AS fresh
            """.formatted(Cluster.ID);

    /** A request of a thread. */
    private static final class Request {
        private final @Nullable FreshnessMark least;
        private boolean changed;
        private boolean lent;

        private Request(@Nullable FreshnessMark least) {
            this.least = least;
        }
    }

    private final PostgresConnections connections;
    private final Connections store;
    private final Cluster cluster;
    // One for each store: a program may have several open.
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable Request> running = new ThreadLocal<>();

    private final LongAdder byStandby = new LongAdder();
    private final LongAdder byStore = new LongAdder();
    private final AtomicLong resting = new AtomicLong(System.nanoTime());

    /**
     * @param store connections to the store itself
     * @param cluster what it is a standby of
     */
    Standby(PostgresConnections connections, Connections store, Cluster cluster) {
        this.connections = connections;
        this.store = store;
        this.cluster = cluster;
    }

    @Override
    public void reading(FreshnessMark least, Runnable request) {
        running.set(new Request(least.orLater(cluster.since())));
        try {
            request.run();
        } finally {
            running.remove();
        }
    }

    @Override
    public Optional<FreshnessMark> changing(Runnable request) {
        Request here = new Request(null);
        running.set(here);
        try {
            request.run();
        } finally {
            running.remove();
        }
        return here.changed ? mark() : Optional.empty();
    }

    /** Later than the commit, and therefore good for it. Without one, the client reads from the store. */
    private Optional<FreshnessMark> mark() {
        try {
            Handle handle = store.take();
            try {
                return Optional.of(Cluster.now(handle));
            } finally {
                store.giveBack(handle);
            }
        } catch (JdbiException | TroubleException failed) {
            LOG.debug("no freshness for an answer", failed);
            return Optional.empty();
        }
    }

    @Override
    public Answered answered() {
        return new Answered(byStandby.sum(), byStore.sum());
    }

    /** Whether the reads of this thread may be old. */
    boolean isWanted() {
        Request here = running.get();
        return here != null && here.least != null && !here.changed;
    }

    /** Whether this thread has a connection to it. */
    boolean isLent() {
        Request here = running.get();
        return here != null && here.lent;
    }

    /** That this thread committed something to the store. */
    void changed() {
        Request here = running.get();
        if (here != null) {
            here.changed = true;
        }
    }

    void answeredOne() {
        byStandby.increment();
    }

    void leftOne() {
        byStore.increment();
    }

    @Override
    public Handle take() {
        Request here = running.get();
        if (here == null || here.least == null || System.nanoTime() - resting.get() < 0) {
            throw new TroubleException(Trouble.BUSY);
        }
        long lost = lost();
        Handle handle = lend();
        here.lent = true;
        if (!isGood(handle, here.least, lost)) {
            giveBack(handle);
            throw new TroubleException(Trouble.BUSY);
        }
        return handle;
    }

    /** Asked of the store, before the standby is. */
    private long lost() {
        Handle handle = store.take();
        try {
            return LostRights.latest(handle);
        } finally {
            store.giveBack(handle);
        }
    }

    private Handle lend() {
        try {
            return connections.take();
        } catch (JdbiException | TroubleException broken) {
            rest("cannot be reached", broken);
            throw broken;
        }
    }

    private boolean isGood(Handle handle, FreshnessMark least, long lost) {
        try {
            State state = state(handle, least, lost);
            if (!state.following) {
                rest("is not a standby of the store any more", null);
            }
            return state.following && state.fresh;
        } catch (JdbiException broken) {
            rest("does not answer", broken);
            return false;
        }
    }

    private record State(boolean following, boolean fresh) {}

    private State state(Handle handle, FreshnessMark least, long lost) {
        return handle.createQuery(STATE)
                .bind("cluster", cluster.id())
                .bind("least", least.toString())
                .bind("lost", lost)
                .map((row, context) -> new State(row.getBoolean("following"), row.getBoolean("fresh")))
                .one();
    }

    private void rest(String why, @Nullable Exception cause) {
        long now = System.nanoTime();
        long until = resting.getAndSet(now + REST.toNanos());
        if (now - until >= 0) {
            LOG.warn(
                    "the standby {}; the store answers its reads, and it is asked again in {} s: {}",
                    why,
                    REST.toSeconds(),
                    cause == null ? "check `database-standby`" : cause.getMessage());
        }
    }

    /** One that is not free at once is no help. */
    @Override
    public Handle takeWithin(Duration time) {
        return take();
    }

    @Override
    public void giveBack(Handle handle) {
        Request here = running.get();
        if (here != null) {
            here.lent = false;
        }
        connections.giveBack(handle);
    }

    void close() {
        connections.close();
    }
}
