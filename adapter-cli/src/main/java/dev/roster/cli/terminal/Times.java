package dev.roster.cli.terminal;

import dev.roster.domain.RefusedException;
import dev.roster.domain.UserText;
import dev.roster.domain.text.Moments;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads points in time, and lengths of it, as people write them. */
public final class Times {
    private static final Pattern LENGTH = Pattern.compile("([0-9]{1,6})([smhd])");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private Times() {}

    /**
     * A date and time with its offset, a date in UTC, or how long before {@code now}.
     *
     * @throws RefusedException INVALID naming {@code time}
     */
    public static Instant parse(String text, Instant now) {
        return length(text).map(length -> within(text, now.minus(length))).orElseGet(() -> moment(text));
    }

    /**
     * The same for what is to come: a length counts from {@code now} on.
     *
     * @throws RefusedException INVALID naming {@code time}
     */
    public static Instant parseEnd(String text, Instant now) {
        return length(text).map(length -> within(text, now.plus(length))).orElseGet(() -> moment(text));
    }

    /**
     * A length as in {@code 90m}, or {@code 0}.
     *
     * @throws RefusedException INVALID naming {@code time}
     */
    public static Duration parseLength(String text) {
        if (text.equals("0")) {
            return Duration.ZERO;
        }
        return length(text)
                .orElseThrow(() -> RefusedException.invalid(
                        "time",
                        "invalid length of time " + UserText.quote(text)
                                + ", expected a length such as 30s, 90m, 12h or 7d"));
    }

    private static Instant moment(String text) {
        try {
            return Moments.parse("time", DATE.matcher(text).matches() ? text + "T00:00:00Z" : text);
        } catch (RefusedException malformed) {
            throw invalid(text);
        }
    }

    private static Instant within(String text, Instant time) {
        if (!Moments.isWithin(time)) {
            throw invalid(text);
        }
        return time;
    }

    private static RefusedException invalid(String text) {
        return RefusedException.invalid(
                "time",
                "invalid time " + UserText.quote(text)
                        + ", expected a time such as 2026-03-02T09:00:00Z, 2026-03-02, 90m, 12h or 7d, from year 0001 "
                        + "to 9999");
    }

    private static Optional<Duration> length(String text) {
        Matcher matcher = LENGTH.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long count = Long.parseLong(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "s" -> Duration.ofSeconds(count);
                    case "m" -> Duration.ofMinutes(count);
                    case "h" -> Duration.ofHours(count);
                    default -> Duration.ofDays(count);
                });
    }
}
