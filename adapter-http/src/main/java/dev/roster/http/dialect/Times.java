package dev.roster.http.dialect;

import dev.roster.http.web.Timestamps;
import java.time.Instant;

/** Times as every client reads them: UTC without saying so, six fraction digits. */
public final class Times {
    private Times() {}

    public static String format(Instant instant) {
        String text = Timestamps.format(instant);
        return text.substring(0, text.length() - 1);
    }
}
