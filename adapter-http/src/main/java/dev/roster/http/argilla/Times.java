package dev.roster.http.argilla;

import dev.roster.http.web.Timestamps;
import java.time.Instant;

/** Times as every client reads them: UTC without saying so, six fraction digits. */
final class Times {
    private Times() {}

    static String format(Instant instant) {
        String text = Timestamps.format(instant);
        return text.substring(0, text.length() - 1);
    }
}
