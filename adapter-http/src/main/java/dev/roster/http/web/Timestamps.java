package dev.roster.http.web;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/** Times as Roster writes them: RFC 3339, UTC, exactly six fraction digits. */
public final class Timestamps {
    private static final DateTimeFormatter FORMAT =
            new DateTimeFormatterBuilder().appendInstant(6).toFormatter(Locale.ROOT);

    private Timestamps() {}

    public static String format(Instant instant) {
        return FORMAT.format(instant);
    }
}
