package dev.roster.cli.terminal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When something is to end: a point in time as {@link Times#parseEnd} reads it. */
public record End(Instant at) {
    public static final String HELP =
            "A date such as 2027-01-01, a time with its offset, or a length from now such as 12h or 90d";

    /** As the use cases quote it. */
    @Override
    public String toString() {
        return at.toString();
    }

    /** Null for what is not to end by itself. */
    public static @Nullable Instant orNever(@Nullable End end) {
        return end == null ? null : end.at;
    }
}
