package dev.roster.bootstrap;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.audit.AuditSealer;
import dev.roster.application.audit.PruneAuditTrail;
import dev.roster.domain.audit.Door;
import jakarta.inject.Inject;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Seals the audit trail every few seconds and prunes it every day, beside the requests. Each node may do it. */
final class AuditKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(AuditKeeper.class);
    private static final long SEAL_EVERY_SECONDS = 5;
    private static final long PRUNE_EVERY_SECONDS = TimeUnit.DAYS.toSeconds(1);
    private static final long FIRST_PRUNE_SECONDS = 60;
    private static final long LAST_WORK_SECONDS = 5;

    private final AuditSealer sealer;
    private final PruneAuditTrail prune;
    private final ScheduledExecutorService runner = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "roster-audit");
        thread.setDaemon(true);
        return thread;
    });

    @Inject
    AuditKeeper(AuditSealer sealer, PruneAuditTrail prune) {
        this.sealer = sealer;
        this.prune = prune;
    }

    void start() {
        every(SEAL_EVERY_SECONDS, SEAL_EVERY_SECONDS, sealer::seal);
        every(
                FIRST_PRUNE_SECONDS,
                PRUNE_EVERY_SECONDS,
                () -> prune.handle(Caller.roster(Origin.of(Door.SYSTEM))));
    }

    private void every(long first, long period, Runnable work) {
        runner.scheduleWithFixedDelay(() -> attempt(work), first, period, TimeUnit.SECONDS);
    }

    /** What fails once, as while the store is away, is tried again the next time. */
    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            LOG.warn("the audit trail could not be looked after, trying again later", failure);
        }
    }

    /** Seals what is left, for at most a few seconds. */
    void stop() {
        runner.execute(() -> attempt(sealer::seal));
        runner.shutdown();
        try {
            if (!runner.awaitTermination(LAST_WORK_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("the end of the audit trail is not sealed yet, the next start does it");
            }
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        }
    }
}
