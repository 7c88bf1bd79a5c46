package dev.roster.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** The same work from several threads at once, for a bounded time and a bounded number of times. */
public final class Load {
    private static final int MOST_PER_WORKER = 1_000_000;

    private Load() {}

    /** What a worker of a load does again and again. */
    public interface Work {
        void once() throws Exception;
    }

    /** How long the calls of one or more rounds took. */
    public static final class Timing {
        private final long[] sorted;
        private final long nanos;

        private Timing(long[] calls, long nanos) {
            this.sorted = calls;
            this.nanos = nanos;
            Arrays.sort(sorted);
        }

        public static Timing none() {
            return new Timing(new long[0], 0);
        }

        public int calls() {
            return sorted.length;
        }

        public double perSecond() {
            return sorted.length * 1e9 / nanos;
        }

        /** In microseconds. */
        public double percentile(double rank) {
            int index = (int) Math.ceil(rank / 100 * sorted.length) - 1;
            return sorted[Math.max(0, index)] / 1e3;
        }

        public Timing plus(Timing other) {
            return new Timing(join(sorted, other.sorted), nanos + other.nanos);
        }
    }

    /** Lets each worker work in a thread of its own. */
    public static Timing drive(List<? extends Work> workers, Duration duration) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(workers.size());
        try {
            long start = System.nanoTime();
            List<Future<long[]>> running = new ArrayList<>();
            for (Work worker : workers) {
                running.add(threads.submit(repeat(worker, start + duration.toNanos())));
            }
            long[] all = new long[0];
            for (Future<long[]> one : running) {
                all = join(all, one.get());
            }
            long took = System.nanoTime() - start;
            return new Timing(all, took);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a worker failed", failed.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    /** A fixed number of times in this thread. */
    public static Timing repeat(Work work, int times) throws Exception {
        long[] each = new long[times];
        long start = System.nanoTime();
        for (int turn = 0; turn < times; turn++) {
            each[turn] = timed(work);
        }
        long took = System.nanoTime() - start;
        return new Timing(each, took);
    }

    private static Callable<long[]> repeat(Work work, long until) {
        return () -> {
            long[] each = new long[1_024];
            int count = 0;
            while (System.nanoTime() < until && count < MOST_PER_WORKER) {
                if (count == each.length) {
                    each = Arrays.copyOf(each, count * 2);
                }
                each[count++] = timed(work);
            }
            return Arrays.copyOf(each, count);
        };
    }

    private static long timed(Work work) throws Exception {
        long start = System.nanoTime();
        work.once();
        return System.nanoTime() - start;
    }

    private static long[] join(long[] first, long[] second) {
        return Stream.of(first, second).flatMapToLong(Arrays::stream).toArray();
    }
}
