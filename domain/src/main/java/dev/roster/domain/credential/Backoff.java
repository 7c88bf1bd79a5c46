package dev.roster.domain.credential;

import java.time.Duration;
import java.time.Instant;

/**
 * How long to wait after consecutive failures: not at all after the first few, then one second, doubled each time up to a
 * quarter of an hour. After a quiet hour the failures are forgotten.
 *
 * @param free how many failures have no effect
 */
public record Backoff(int free) {
    public static final Duration LONGEST = Duration.ofMinutes(15);
    /** Longer than {@link #LONGEST}, so that waiting as required does not reset the count. */
    public static final Duration QUIET = Duration.ofHours(1);

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 20;

    /** How long after the last failure the next attempt may be made. */
    public Duration delayAfter(int failures) {
        if (failures < free) {
            return Duration.ZERO;
        }
        Duration delay = FIRST.multipliedBy(1L << Math.min(failures - free, MOST_DOUBLINGS));
        return delay.compareTo(LONGEST) < 0 ? delay : LONGEST;
    }

    /**
     * How long to wait after these failures; zero if not at all. Never longer than {@link #LONGEST}, even if the clock was
     * set back and the last failure is in the future: a failure that would require a longer wait was not counted by this
     * clock and is ignored. The next failure is added to it, by the current clock.
     */
    public Duration waitAt(Instant now, Failures failures) {
        if (!failures.last().isAfter(since(now))) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(now, failures.last().plus(delayAfter(failures.count())));
        return left.isNegative() || left.compareTo(LONGEST) > 0 ? Duration.ZERO : left;
    }

    /** Whether this failure is the one that made waiting begin. */
    public boolean beginsWith(Failures failures) {
        return failures.count() == free;
    }

    /** Failures at that time or before it count no more. */
    public static Instant since(Instant now) {
        return now.minus(QUIET);
    }
}
