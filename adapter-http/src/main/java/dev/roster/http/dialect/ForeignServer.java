package dev.roster.http.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roster.application.port.ForeignPlatform.Address;
import dev.roster.domain.RefusedException;
import dev.roster.domain.UserText;
import dev.roster.http.web.ProblemException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The server of another platform, asked for JSON. The key goes there and nowhere else: redirects are not followed. An answer
 * is read completely or not at all, within {@value #PATIENCE_SECONDS} seconds and {@value #MOST_BYTES} bytes.
 */
public final class ForeignServer {
    /**
     * How its platform is called in messages.
     *
     * @param name as in {@code Argilla}
     * @param expected as in {@code an Argilla 2.x server}
     * @param example an address
     * @param denied what status 403 means, as in {@code the key is not an owner's}
     */
    public record Words(String name, String expected, String example, String denied) {}

    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final long PATIENCE_SECONDS = 300;
    private static final int MOST_BYTES = 134_217_728;

    /** What a busy server may ask for, and how often: longer than that nobody waits without being told. */
    private static final long LONGEST_PAUSE = 60;

    private static final int TRIES = 10;
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,4}");

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,4000}");

    private final Words words;
    private final Duration patience;
    private final int mostBytes;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECTING)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    public ForeignServer(Words words) {
        this(words, Duration.ofSeconds(PATIENCE_SECONDS), MOST_BYTES);
    }

    ForeignServer(Words words, Duration patience, int mostBytes) {
        this.words = words;
        this.patience = patience;
        this.mostBytes = mostBytes;
    }

    /**
     * The key as a header can carry it.
     *
     * @throws RefusedException INVALID naming {@code api_key}, and never saying it
     */
    public String key(Address address) {
        String key = address.key().reveal();
        if (!KEY.matcher(key).matches()) {
            throw RefusedException.invalid(
                    "api_key", "the key contains a character that no key of " + words.name() + "'s does");
        }
        return key;
    }

    /**
     * @param path begins with a slash and may have a query; what is foreign in it is encoded
     * @throws RefusedException as {@link dev.roster.application.port.ForeignPlatform#read} says
     */
    public JsonNode get(Address address, String path, Map<String, String> headers) {
        return ask(address, path, headers, null);
    }

    /** The same, sending JSON. */
    public JsonNode post(Address address, String path, Map<String, String> headers, JsonNode body) {
        return ask(address, path, headers, body);
    }

    /** What came back makes no sense: {@code answer} says what it was instead. */
    public RefusedException senseless(Address address, String path, String answer) {
        return senseless(uri(address.url(), path), answer);
    }

    private JsonNode ask(Address address, String path, Map<String, String> headers, @Nullable JsonNode body) {
        URI uri = uri(address.url(), path);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri).timeout(patience).header("Accept", "application/json");
        headers.forEach(request::header);
        if (body != null) {
            request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(JsonText.write(body)));
        }
        HttpRequest ready = request.build();
        for (int tried = 1; ; tried++) {
            HttpResponse<byte[]> answer = send(ready);
            OptionalLong pause = pause(answer);
            if (pause.isEmpty()) {
                return json(uri, answer);
            }
            if (tried == TRIES) {
                throw RefusedException.busy(at(uri) + " is too busy to answer; try again later");
            }
            sleep(uri, pause.getAsLong());
        }
    }

    private URI uri(String url, String path) {
        try {
            URI uri = URI.create(url.strip().replaceFirst("/+$", "") + path);
            boolean isWeb = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            boolean isBare = url.indexOf('?') < 0 && url.indexOf('#') < 0;
            if (isWeb && isBare && uri.getHost() != null && uri.getUserInfo() == null) {
                return uri;
            }
        } catch (IllegalArgumentException malformed) {
            throw malformed(url);
        }
        throw malformed(url);
    }

    private RefusedException malformed(String url) {
        return RefusedException.invalid(
                "url", "invalid address " + UserText.quote(url) + ", expected one like `" + words.example() + "`");
    }

    /** The timeout of a request ends with the header of its answer, so the whole is waited for here. */
    private HttpResponse<byte[]> send(HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(request, header -> new BoundedBody(mostBytes));
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw unreachable(request.uri(), "no whole answer within " + patience.toSeconds() + " seconds");
        } catch (ExecutionException failed) {
            throw unreachable(request.uri(), reason(failed.getCause()));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw RefusedException.busy("stopped while waiting for " + at(request.uri()));
        } finally {
            answer.cancel(true);
        }
    }

    private static RefusedException unreachable(URI uri, String reason) {
        return RefusedException.unfit("url", "cannot reach " + at(uri) + ": " + reason);
    }

    private static String reason(@Nullable Throwable failure) {
        String message = failure == null ? null : failure.getMessage();
        return message == null ? "no answer" : message.lines().findFirst().orElse("no answer");
    }

    /** How many seconds a busy server asks to be left alone, where it says so. */
    private static OptionalLong pause(HttpResponse<byte[]> answer) {
        if (answer.statusCode() != 429 && answer.statusCode() != 503) {
            return OptionalLong.empty();
        }
        return answer.headers()
                .firstValue("Retry-After")
                .filter(text -> SECONDS.matcher(text).matches())
                .map(text -> OptionalLong.of(Math.min(Long.parseLong(text), LONGEST_PAUSE)))
                .orElse(OptionalLong.empty());
    }

    private static void sleep(URI uri, long seconds) {
        try {
            TimeUnit.SECONDS.sleep(seconds);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw RefusedException.busy("stopped while waiting for " + at(uri));
        }
    }

    private JsonNode json(URI uri, HttpResponse<byte[]> answer) {
        return switch (answer.statusCode()) {
            case 200 -> parsed(uri, answer.body());
            case 401 -> throw RefusedException.unauthenticated(at(uri) + " does not accept the key");
            case 403 -> throw RefusedException.forbidden(words.denied() + " at " + at(uri));
            default -> throw senseless(uri, "status " + answer.statusCode());
        };
    }

    private JsonNode parsed(URI uri, byte[] body) {
        try {
            return JsonText.read(body);
        } catch (ProblemException malformed) {
            throw senseless(uri, "something that is not JSON");
        }
    }

    private RefusedException senseless(URI uri, String answer) {
        return RefusedException.unfit("url", at(uri) + " answered with " + answer + ", expected " + words.expected());
    }

    /** Without the query, which says nothing to people. */
    private static String at(URI uri) {
        return UserText.quote(uri.toString().replaceFirst("\\?.*$", ""));
    }
}
