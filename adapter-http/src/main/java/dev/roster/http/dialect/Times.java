package dev.roster.http.dialect;

import dev.roster.domain.RefusedException;
import dev.roster.domain.UserText;
import dev.roster.domain.text.Moments;
import dev.roster.http.web.Timestamps;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** Times as the clients of dialects write and read them. */
public final class Times {
    private static final DateTimeFormatter LENIENT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffsetId()
            .toFormatter(Locale.ROOT)
            .withChronology(IsoChronology.INSTANCE)
            .withResolverStyle(ResolverStyle.STRICT);

    private Times() {}

    /** UTC without saying so, six fraction digits. */
    public static String format(Instant instant) {
        String text = Timestamps.format(instant);
        return text.substring(0, text.length() - 1);
    }

    /** UTC, six fraction digits or none. */
    public static String brief(Instant instant) {
        return Timestamps.format(instant).replace(".000000Z", "Z");
    }

    /**
     * Reads ISO 8601 as scripts write it: without seconds, and without an offset, which then is UTC.
     *
     * @throws RefusedException INVALID naming {@code time}
     */
    public static Instant read(String text) {
        try {
            TemporalAccessor given = LENIENT.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            Instant at = given instanceof OffsetDateTime exact
                    ? exact.toInstant()
                    : LocalDateTime.from(given).toInstant(ZoneOffset.UTC);
            if (Moments.isWithin(at)) {
                return at;
            }
        } catch (DateTimeException malformed) {
            throw refusal(text);
        }
        throw refusal(text);
    }

    private static RefusedException refusal(String text) {
        return RefusedException.invalid(
                "time", "invalid time " + UserText.quote(text) + ", expected one like `2026-03-01T08:30:00Z`");
    }
}
