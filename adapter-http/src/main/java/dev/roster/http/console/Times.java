package dev.roster.http.console;

import dev.roster.application.Now;
import dev.roster.http.console.view.TimeView;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Moments as pages show them: by how long ago they are, or how far ahead. */
final class Times {
    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int LAST_MINUTES = 60;
    private static final int LAST_HOURS = 48;
    private static final int LAST_DAYS = 60;
    private static final int LAST_MONTHS = 24;
    private static final int DAYS_OF_A_MONTH = 30;
    private static final int DAYS_OF_A_YEAR = 365;

    private final Now now;

    @Inject
    Times(Now now) {
        this.now = now;
    }

    TimeView shown(Instant at) {
        Duration past = Duration.between(at, now.get());
        String way = past.isNegative() ? "time.ahead." : "time.ago.";
        Duration span = past.abs();
        String machine = at.truncatedTo(ChronoUnit.SECONDS).toString();
        if (span.toMinutes() < 1) {
            return new TimeView(machine, EXACT.format(at), "time.now", List.of());
        }
        if (span.toMinutes() < LAST_MINUTES) {
            return view(machine, at, way + "minutes", span.toMinutes());
        }
        if (span.toHours() < LAST_HOURS) {
            return view(machine, at, way + "hours", span.toHours());
        }
        if (span.toDays() < LAST_DAYS) {
            return view(machine, at, way + "days", span.toDays());
        }
        long months = span.toDays() / DAYS_OF_A_MONTH;
        return months < LAST_MONTHS
                ? view(machine, at, way + "months", months)
                : view(machine, at, way + "years", span.toDays() / DAYS_OF_A_YEAR);
    }

    /** Null for a moment that never was, or is never to come. */
    @Nullable
    TimeView ifAny(@Nullable Instant at) {
        return at == null ? null : shown(at);
    }

    private static TimeView view(String machine, Instant at, String words, long count) {
        String key = count == 1 ? words.substring(0, words.length() - 1) : words;
        return new TimeView(machine, EXACT.format(at), key, count == 1 ? List.of() : List.of(Long.toString(count)));
    }
}
