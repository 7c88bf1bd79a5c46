package dev.roster.bootstrap;

import dev.roster.domain.RefusedException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a server does beside its requests, again and again, on one thread that keeps no process alive. */
@Singleton
final class Workers {
    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread worker = new Thread(work, "roster-worker");
        worker.setDaemon(true);
        return worker;
    });
    private final List<Runnable> all = new ArrayList<>();

    @Inject
    Workers() {}

    /** @param what in words, for the log: {@code writing the last activity} */
    synchronized void every(Duration pause, String what, Runnable work) {
        Runnable guarded = new Guarded(what, work);
        all.add(guarded);
        var unused = thread.scheduleWithFixedDelay(guarded, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What failed, as while the store is away, is tried again next time; the log tells the first time and the last. */
    private static final class Guarded implements Runnable {
        private final String what;
        private final Runnable work;
        private boolean failing;

        private Guarded(String what, Runnable work) {
            this.what = what;
            this.work = work;
        }

        /** A store that is away is no defect, and needs no more than a line. */
        private void tell(RuntimeException failed) {
            if (failed instanceof RefusedException refused) {
                LOG.warn("{} failed, it is tried again: {}", what, refused.reason());
            } else {
                LOG.warn("{} failed, it is tried again", what, failed);
            }
        }

        @Override
        public void run() {
            try {
                work.run();
                if (failing) {
                    LOG.info("{} works again", what);
                }
                failing = false;
            } catch (RuntimeException failed) {
                if (!failing) {
                    tell(failed);
                }
                failing = true;
            }
        }
    }

    /** Does everything a last time and ends. */
    synchronized void stop() {
        all.forEach(thread::execute);
        thread.shutdown();
        try {
            if (!thread.awaitTermination(STOP_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("work beside the requests still ran after {}, it was cut off", STOP_WITHIN);
            }
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        }
        all.clear();
    }
}
