package dev.roster.persistence.sql;

import java.time.Duration;

/**
 * How long is waited before a caller is told that the store does not work. The reasons are in ADR 27.
 *
 * @param lock for a lock that somebody else holds
 * @param turn for a connection that others of this process are using
 * @param answer for PostgreSQL, to a question that takes it no time
 */
record Patience(Duration lock, Duration turn, Duration answer) {
    static Patience usual() {
        return new Patience(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofSeconds(1));
    }
}
