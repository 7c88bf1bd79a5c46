package dev.roster.persistence.sql;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * Lets those who wait for the one connection that writes share a commit, which costs more than what most of them write. Each
 * has its turn in the order of asking. What fails is undone alone, and all are answered after the commit, also those that
 * were refused: the reason may be what another one wrote. Nobody waits for others to come. The reasons are in ADR 54.
 */
final class GroupCommit {
    private final HandlePool writers;
    private final Bounds bounds;
    private final Turns<Group> turns;

    /**
     * How much may hang on one commit.
     *
     * @param members how many writes
     * @param time for how long it takes in another one, since it began
     */
    record Bounds(int members, Duration time) {
        static Bounds usual() {
            return new Bounds(64, Duration.ofMillis(20));
        }
    }

    GroupCommit(HandlePool writers, Patience patience, Bounds bounds) {
        this.writers = writers;
        this.bounds = bounds;
        this.turns = new Turns<>(patience.turn());
    }

    /**
     * Runs work in a transaction and returns what it returns, once that is committed. An exception of the work comes out as it
     * is.
     *
     * @param shares whether others may be committed together with this work
     * @throws TroubleException when the turn did not come in time, or the store is known not to work
     * @throws UndoneException when nothing was written, because of another one; the work can be run again
     * @throws org.jdbi.v3.core.JdbiException when the commit failed
     */
    <T> T run(boolean shares, Function<Handle, T> work) {
        Group group = enter(shares);
        Attempt<T> attempt = group.attempt(work);
        if (attempt.endsAll()) {
            leave(group, Optional.of(new UndoneException()));
            return attempt.outcome().get();
        }
        if (!shares || !group.isWithin(bounds) || !turns.handOver(group)) {
            leave(group, group.commit());
        }
        group.awaitEnd();
        return attempt.outcome().get();
    }

    private Group enter(boolean shares) {
        long asked = System.nanoTime();
        return turns.await(shares).orElseGet(() -> begin(asked));
    }

    private Group begin(long asked) {
        boolean begun = false;
        try {
            Group group = new Group(begun(writers.takeSince(asked)));
            begun = true;
            return group;
        } finally {
            if (!begun) {
                turns.end();
            }
        }
    }

    private Handle begun(Handle handle) {
        boolean begun = false;
        try {
            handle.begin();
            begun = true;
            return handle;
        } finally {
            if (!begun) {
                writers.giveBack(handle);
            }
        }
    }

    /** @param failure what all members learn, but the one that caused it */
    private void leave(Group group, Optional<Throwable> failure) {
        try {
            writers.giveBack(group.handle);
        } finally {
            turns.end();
            group.ended.complete(failure);
        }
    }

    /** Nothing in here declares an exception, so there are two kinds. */
    private static RuntimeException unchecked(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
    }

    /** A transaction with those who share it. Only who has the turn uses the connection. */
    private static final class Group {
        private static final String MEMBER = "member";

        private final Handle handle;
        private final long begun = System.nanoTime();
        private final CompletableFuture<Optional<Throwable>> ended = new CompletableFuture<>();
        private int members;

        private Group(Handle handle) {
            this.handle = handle;
        }

        private boolean isWithin(Bounds bounds) {
            return members < bounds.members()
                    && System.nanoTime() - begun < bounds.time().toNanos();
        }

        /** The first one needs no savepoint: there is nothing else yet that its failure could undo. */
        private <T> Attempt<T> attempt(Function<Handle, T> work) {
            boolean first = members++ == 0;
            try {
                T value = first ? work.apply(handle) : inSavepoint(work);
                return new Attempt<>(() -> value, false);
            } catch (Throwable failure) {
                return new Attempt<>(
                        () -> {
                            throw unchecked(failure);
                        },
                        first || !undo());
            }
        }

        private <T> T inSavepoint(Function<Handle, T> work) {
            handle.savepoint(MEMBER);
            T value = work.apply(handle);
            handle.releaseSavepoint(MEMBER);
            return value;
        }

        /** Where SQLite saw no other way, it has ended the whole transaction. Then there is no savepoint any more. */
        private boolean undo() {
            try {
                handle.rollbackToSavepoint(MEMBER);
                return true;
            } catch (RuntimeException ended) {
                return false;
            }
        }

        private Optional<Throwable> commit() {
            try {
                handle.commit();
                return Optional.empty();
            } catch (Throwable failure) {
                return Optional.of(failure);
            }
        }

        /** Not interruptible: what was written may be there for good. */
        private void awaitEnd() {
            ended.join().ifPresent(failure -> {
                throw unchecked(failure);
            });
        }
    }

    /**
     * What one member's work came to.
     *
     * @param outcome returns or throws it
     * @param endsAll whether the transaction is of no use to the others either
     */
    private record Attempt<T>(Supplier<T> outcome, boolean endsAll) {}
}
