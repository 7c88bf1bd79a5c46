package dev.roster.application.fake;

import dev.roster.application.port.Ids;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Ids of the shape of UUIDv7, the same in every run: the first ends in 1, the second in 2. */
public final class CountingIds implements Ids {
    /** 2026-01-01T00:00:00Z in milliseconds, where a UUIDv7 has its time, and the version. */
    private static final long FIRST_HALF = (1_767_225_600_000L << 16) | 0x7000L;

    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final AtomicLong last = new AtomicLong();

    @Override
    public UUID next() {
        return new UUID(FIRST_HALF, VARIANT | last.incrementAndGet());
    }
}
