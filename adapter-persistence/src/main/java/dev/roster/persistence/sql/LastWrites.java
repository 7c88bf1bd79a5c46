package dev.roster.persistence.sql;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether there was room for the last writes of this process. A small write may still succeed where a larger one just
 * failed, so that writing to find out is not enough.
 */
final class LastWrites {
    private static final long REMEMBERED_NANOS = Duration.ofSeconds(10).toNanos();

    private record Met(Trouble trouble, long at) {}

    private volatile @Nullable Met last;

    void succeeded() {
        last = null;
    }

    void met(Trouble trouble) {
        if (trouble == Trouble.FULL || trouble == Trouble.FAILING) {
            last = new Met(trouble, System.nanoTime());
        }
    }

    /** What stopped the last one, if that was a few seconds ago at most and none has succeeded since. */
    Optional<Trouble> trouble() {
        Met met = last;
        return met == null || System.nanoTime() - met.at() > REMEMBERED_NANOS
                ? Optional.empty()
                : Optional.of(met.trouble());
    }
}
