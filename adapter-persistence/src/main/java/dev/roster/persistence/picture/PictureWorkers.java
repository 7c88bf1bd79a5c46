package dev.roster.persistence.picture;

import dev.roster.domain.RefusedException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Threads that draw pictures: a few at once, none for longer than a limit. Whoever waited for one that was given up is free at
 * once; its thread ends as soon as its decoder reads on, and keeps its place until then.
 */
final class PictureWorkers {
    private static final int AT_ONCE = 2;
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Semaphore free;
    private final Duration longest;
    private final ExecutorService threads;

    PictureWorkers(int atOnce, Duration longest) {
        this.free = new Semaphore(atOnce, true);
        this.longest = longest;
        // The semaphore counts what runs; a thread may still be on its way out when its place is free.
        this.threads = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), PictureWorkers::thread);
    }

    static PictureWorkers usual() {
        return new PictureWorkers(AT_ONCE, LONGEST);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "roster-picture");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Runs the work and waits for it.
     *
     * @param giveUp makes the work end soon
     * @throws RefusedException what the work throws; INVALID when it takes too long; BUSY when too many wait
     */
    <T> T run(Callable<T> work, Runnable giveUp) {
        try {
            if (!free.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                throw RefusedException.busy("too many pictures are being read; try again");
            }
            return result(started(work), giveUp);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            giveUp.run();
            throw RefusedException.busy("the server is stopping");
        }
    }

    private <T> Future<T> started(Callable<T> work) {
        return threads.submit(() -> {
            try {
                return work.call();
            } finally {
                free.release();
            }
        });
    }

    private <T> T result(Future<T> running, Runnable giveUp) throws InterruptedException {
        try {
            return running.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            giveUp.run();
            throw RefusedException.invalid(
                    "avatar",
                    "the avatar takes longer than " + longest.toSeconds() + " s to read; choose a simpler one");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RefusedException refusal) {
                throw refusal;
            }
            throw new IllegalStateException("a picture could not be drawn", failed.getCause());
        }
    }
}
