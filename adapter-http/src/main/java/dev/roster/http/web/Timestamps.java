package dev.roster.http.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Times as Roster writes them: RFC 3339, UTC, exactly six fraction digits. */
public final class Timestamps {
    private static final int NANOS_PER_MICRO = 1_000;

    private Timestamps() {}

    /** Written by hand because every answer holds some, and a formatter costs more than all the rest of a small one. */
    public static String format(Instant instant) {
        LocalDateTime at = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC);
        char[] text = "0000-00-00T00:00:00.000000Z".toCharArray();
        digits(text, 3, at.getYear());
        digits(text, 6, at.getMonthValue());
        digits(text, 9, at.getDayOfMonth());
        digits(text, 12, at.getHour());
        digits(text, 15, at.getMinute());
        digits(text, 18, at.getSecond());
        digits(text, 25, at.getNano() / NANOS_PER_MICRO);
        return new String(text);
    }

    private static void digits(char[] text, int last, int number) {
        int rest = number;
        for (int at = last; rest > 0; at--) {
            text[at] = (char) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
