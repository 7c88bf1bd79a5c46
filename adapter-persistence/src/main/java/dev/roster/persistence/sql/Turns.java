package dev.roster.persistence.sql;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns at what one thread at a time may use, in the order of asking. Who has one ends it, or hands it over with what is not
 * finished yet. A turn that was handed over cannot be refused, so that what is unfinished always has one thread that ends it.
 *
 * @param <T> what can be handed over
 */
final class Turns<T> {
    private final Duration longest;
    private final Deque<Place<T>> waiting = new ArrayDeque<>();
    private boolean taken;

    /** A place in the queue. */
    private static final class Place<T> {
        private final boolean takesOver;
        private final CountDownLatch called = new CountDownLatch(1);
        private Optional<T> handedOver = Optional.empty();

        private Place(boolean takesOver) {
            this.takesOver = takesOver;
        }
    }

    /** @param longest how long a turn is waited for */
    Turns(Duration longest) {
        this.longest = longest;
    }

    /**
     * Waits for a turn.
     *
     * @param takesOver whether it may come with what another one has not finished
     * @return that, if there is any
     * @throws TroubleException BUSY when it does not come in time, or the thread is interrupted before it comes
     */
    Optional<T> await(boolean takesOver) {
        Place<T> place = new Place<>(takesOver);
        if (isFree(place)) {
            return Optional.empty();
        }
        if (!isCalled(place) && leaves(place)) {
            throw new TroubleException(Trouble.BUSY);
        }
        return place.handedOver;
    }

    private synchronized boolean isFree(Place<T> place) {
        if (taken) {
            waiting.add(place);
            return false;
        }
        taken = true;
        return true;
    }

    private boolean isCalled(Place<T> place) {
        try {
            return place.called.await(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** False when it was called after all, right now. */
    private synchronized boolean leaves(Place<T> place) {
        return waiting.remove(place);
    }

    /** Hands the turn over to the next one. Returns false, and does nothing, when there is none who takes it over. */
    synchronized boolean handOver(T unfinished) {
        Place<T> next = waiting.peek();
        if (next == null || !next.takesOver) {
            return false;
        }
        next.handedOver = Optional.of(unfinished);
        call(waiting.remove());
        return true;
    }

    synchronized void end() {
        Place<T> next = waiting.poll();
        if (next == null) {
            taken = false;
        } else {
            call(next);
        }
    }

    private void call(Place<T> place) {
        place.called.countDown();
    }
}
