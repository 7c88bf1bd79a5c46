package dev.roster.http.patience;

import java.time.Duration;

/**
 * How long the server waits for slow clients.
 *
 * @param header how long the header of a request may take: from the opening of a connection, or from the first byte on one
 *     that has served before
 * @param grace how long a client may be slow with a body or an answer, however little of it goes over the line
 * @param bytesPerSecond what has to go over the line on average once the grace is over
 * @param bodies how many requests may wait for more of their body at the same time; each of them holds a thread
 */
public record Patience(Duration header, Duration grace, int bytesPerSecond, int bodies) {
    public static final Patience USUAL = new Patience(Duration.ofSeconds(10), Duration.ofSeconds(10), 2_048, 50);

    public Patience {
        if (header.isNegative() || header.isZero() || grace.isNegative() || bytesPerSecond < 1 || bodies < 1) {
            throw new IllegalArgumentException("patience has to be positive");
        }
    }

    /** How many nanoseconds are left for more bytes, or none where it is 0 or less. */
    long left(long nanos, long bytes) {
        return grace.toNanos() + bytes * 1_000_000_000L / bytesPerSecond - nanos;
    }
}
