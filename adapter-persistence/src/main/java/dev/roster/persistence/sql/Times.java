package dev.roster.persistence.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Times are stored as microseconds since 1970. */
final class Times {
    private static final int MICROS = 1_000_000;
    private static final int NANOS = 1_000;

    private Times() {}

    static long micros(Instant instant) {
        // Counting nanoseconds on the way, as ChronoUnit does, would overflow beyond the years 1677 to 2262.
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), MICROS), instant.getNano() / NANOS);
    }

    static @Nullable Instant readOptional(ResultSet row, String column) throws SQLException {
        Instant time = read(row, column);
        return row.wasNull() ? null : time;
    }

    static Instant read(ResultSet row, String column) throws SQLException {
        long micros = row.getLong(column);
        return Instant.ofEpochSecond(Math.floorDiv(micros, MICROS), (long) Math.floorMod(micros, MICROS) * NANOS);
    }
}
