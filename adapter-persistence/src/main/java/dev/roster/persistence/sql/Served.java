package dev.roster.persistence.sql;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the server that started last says of itself.
 *
 * @param url how people reach it, without a slash at the end
 * @param settings what is in force there, by name; nothing secret
 * @param stopped null while it runs, or after it was killed
 */
public record Served(
        String url,
        Map<String, String> settings,
        Instant started,
        @Nullable Instant stopped) {
    public Served {
        settings = Map.copyOf(settings);
    }

    /** Of a server that starts. */
    public static Served now(String url, Map<String, String> settings, Instant started) {
        return new Served(url, settings, started, null);
    }

    /** As far as is known: a killed server could not say that it stopped. */
    public boolean isRunning() {
        return stopped == null;
    }
}
