package dev.roster.application.contract;

import dev.roster.domain.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Runs the same step on many threads at once. */
final class Race {
    private Race() {}

    /** What became of one runner. */
    enum Outcome {
        DONE,
        CONFLICT
    }

    /** Each runner's outcome. Any other exception than a conflict fails the test. */
    static List<Outcome> run(int runners, IntFunction<Runnable> step) throws InterruptedException, ExecutionException {
        CyclicBarrier start = new CyclicBarrier(runners);
        ExecutorService threads = Executors.newFixedThreadPool(runners);
        try {
            List<Future<Outcome>> started = new ArrayList<>();
            for (int runner = 0; runner < runners; runner++) {
                Runnable work = step.apply(runner);
                started.add(threads.submit(() -> {
                    start.await();
                    return attempt(work);
                }));
            }
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Outcome> future : started) {
                outcomes.add(future.get());
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Outcome attempt(Runnable work) {
        try {
            work.run();
            return Outcome.DONE;
        } catch (RefusedException refused) {
            if (refused.kind() == RefusedException.Kind.CONFLICT) {
                return Outcome.CONFLICT;
            }
            throw refused;
        }
    }
}
