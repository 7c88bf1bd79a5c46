package dev.roster.application;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** The time, cut to microseconds, so that an answer and what is stored are the same. */
public final class Now {
    private final InstantSource clock;

    @Inject
    public Now(InstantSource clock) {
        this.clock = clock;
    }

    public Instant get() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
