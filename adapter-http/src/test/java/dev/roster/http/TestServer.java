package dev.roster.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import dev.roster.application.fake.Fakes;
import dev.roster.application.given.Given;
import dev.roster.application.invitation.SignUpMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A server on a free port over an empty installation in memory, and a client to ask it. */
public final class TestServer implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    static final ObjectMapper JSON = new ObjectMapper();

    private final Fakes fakes;
    private final AtomicReference<@Nullable String> obstacle = new AtomicReference<>();
    private final Injector injector;
    private final HttpServer server;

    private TestServer(Fakes fakes, HttpSettings settings, SignUpMode signUp, Module... more) {
        this.fakes = fakes;
        this.injector = injector(settings, fakes, () -> Optional.ofNullable(obstacle.get()), signUp, more);
        this.server = injector.getInstance(HttpServer.class);
        given().organization();
        server.start();
    }

    static Injector injector(HttpSettings settings, Fakes fakes, Readiness readiness, Module... more) {
        return injector(settings, fakes, readiness, SignUpMode.LINK, more);
    }

    private static Injector injector(
            HttpSettings settings, Fakes fakes, Readiness readiness, SignUpMode signUp, Module... more) {
        List<Module> modules = new ArrayList<>(List.of(more));
        modules.add(new HttpModule());
        modules.add(binder -> binder.bind(HttpSettings.class).toInstance(settings));
        modules.add(new PortsModule(fakes, readiness, signUp));
        return Guice.createInjector(modules);
    }

    public static TestServer start() {
        return start(HttpSettings.on("127.0.0.1", 0));
    }

    /** People sign up with the link of an organization. */
    public static TestServer start(HttpSettings settings, Module... more) {
        return start(settings, SignUpMode.LINK, more);
    }

    public static TestServer start(HttpSettings settings, SignUpMode signUp, Module... more) {
        return new TestServer(new Fakes(), settings, signUp, more);
    }

    /** A server over an installation that a test has made for itself. */
    static TestServer over(Fakes fakes) {
        return over(fakes, HttpSettings.on("127.0.0.1", 0), SignUpMode.LINK);
    }

    public static TestServer over(Fakes fakes, HttpSettings settings, SignUpMode signUp, Module... more) {
        return new TestServer(fakes, settings, signUp, more);
    }

    public Fakes fakes() {
        return fakes;
    }

    public Given given() {
        return new Given(fakes.ports());
    }

    /** A use case over the same installation, for what no door reaches. */
    public <T> T useCase(Class<T> type) {
        return injector.getInstance(type);
    }

    /** @param what why it is not ready from now on */
    void obstacle(String what) {
        obstacle.set(what);
    }

    public int port() {
        return server.port();
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    HttpServer server() {
        return server;
    }

    /** Starts a request on which a test can say more. */
    public Ask ask(String method, String path) {
        return new Ask(method, path);
    }

    @Override
    public void close() {
        server.stop();
    }

    /** A request in the making. */
    public final class Ask {
        private final String method;
        private final String path;
        private final HttpRequest.Builder request;
        private byte @Nullable [] body;

        private Ask(String method, String path) {
            this.method = method;
            this.path = path;
            this.request = HttpRequest.newBuilder(uri(path));
        }

        public Ask as(String token) {
            return header("Authorization", "Bearer " + token);
        }

        public Ask header(String name, String value) {
            request.header(name, value);
            return this;
        }

        public Ask json(String text) {
            return header("Content-Type", "application/json")
                    .body(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }

        public Ask body(byte[] bytes) {
            body = bytes;
            return this;
        }

        public Answer send() {
            HttpRequest ready = request.method(
                            method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
                    .build();
            try {
                Answer answer = new Answer(CLIENT.send(ready, BodyHandlers.ofString()));
                Contract.check(method, path, body, answer);
                return answer;
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }
    }

    /** What came back. */
    public record Answer(HttpResponse<String> response) {
        public int status() {
            return response.statusCode();
        }

        public String text() {
            return response.body();
        }

        public JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        /** The text of a field, by JSON pointer. */
        public String at(String pointer) {
            return json().at(pointer).asText();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }
}
