package dev.roster.domain.credential;

import java.time.Duration;
import java.time.Instant;

/**
 * How long to wait after failures in a row: not at all after the first few, then a second, and each time twice as long,
 * up to a quarter of an hour. After a quiet hour nothing is held against anybody.
 *
 * @param free how many failures cost nothing
 */
public record Backoff(int free) {
    public static final Duration LONGEST = Duration.ofMinutes(15);
    /** Longer than {@link #LONGEST}, so that whoever waits as told does not start afresh by that. */
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
     * How long somebody with these failures still has to wait; zero when they need not. Never longer than {@link #LONGEST},
     * also where a clock was set back and the last failure lies in the future: one that would hold anybody for longer was
     * not counted by this clock, and holds nobody. The next failure is counted on top of it, by the clock as it is now.
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
