package dev.roster.http;

import dev.roster.http.patience.Patience;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How Roster is served.
 *
 * @param host the address to listen on
 * @param port the port to listen on, or 0 for any free one
 * @param trustedProxies addresses and networks ({@code 10.0.0.0/8}) whose {@code X-Forwarded-For} is believed
 * @param rootDialect the name of the dialect that is served at the root too, or null
 * @param publicUrl how people reach the server, or null where only their requests say so
 * @param stopWithin how long running requests have to finish when the server stops
 * @param patience how long slow clients are waited for
 */
@RecordBuilder
public record HttpSettings(
        String host,
        int port,
        List<String> trustedProxies,
        @Nullable String rootDialect,
        @Nullable String publicUrl,
        Duration stopWithin,
        Patience patience)
        implements HttpSettingsBuilder.With {
    private static final Duration USUAL_STOP = Duration.ofSeconds(20);

    public HttpSettings {
        trustedProxies = List.copyOf(trustedProxies);
    }

    public static HttpSettings on(String host, int port) {
        return HttpSettingsBuilder.builder()
                .host(host)
                .port(port)
                .trustedProxies(List.of())
                .stopWithin(USUAL_STOP)
                .patience(Patience.USUAL)
                .build();
    }
}
