package dev.roster.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.google.inject.multibindings.MapBinder;
import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.domain.RefusedException;
import dev.roster.domain.audit.Door;
import dev.roster.http.web.Call;
import dev.roster.http.web.ClientGoneException;
import dev.roster.http.web.Dialect;
import dev.roster.http.web.Manner;
import dev.roster.http.web.Manners;
import dev.roster.http.web.Problem;
import dev.roster.http.web.Routes;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A dialect of its own, under its prefix and at the root: its words, its credentials, and what happens when it breaks. */
class DialectsTest {
    /** Speaks plain text. */
    private static final class Plain implements Dialect {
        @Override
        public String prefix() {
            return "/plain";
        }

        @Override
        public Door door() {
            return Door.ARGILLA;
        }

        @Override
        public Manners manners() {
            return Manners.of(Manner.NEGOTIATES);
        }

        @Override
        public Caller authenticate(Context context, Origin origin) {
            String name = context.req().getHeader("X-Name");
            if (name == null) {
                throw RefusedException.unauthenticated("who are you");
            }
            return Caller.operator(name, origin);
        }

        @Override
        public void refuse(Context context, Problem problem) {
            context.status(problem.kind().status()).contentType("text/plain").result("no: " + problem.detail());
        }

        @Override
        public void register(Routes routes) {
            routes.get("/greet", Plain::greet).producing("text/plain");
            routes.get("/break", call -> {
                        throw new IllegalStateException("a secret of ours");
                    })
                    .open();
            routes.get("/overflow", Plain::overflow).open();
            routes.get("/half/{bytes}", Plain::half).open();
            routes.get("/gone", call -> {
                        throw new ClientGoneException(new IOException("broken pipe"));
                    })
                    .open();
        }

        private static void greet(Call call) {
            call.context()
                    .result(call.caller().name() + " through "
                            + call.origin().door().word());
        }

        private static void half(Call call) {
            try {
                call.context().res().getOutputStream().write(new byte[call.path("bytes", Integer::parseInt)]);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
            throw RefusedException.conflict("list", "it broke off");
        }

        private static void overflow(Call call) {
            throw new StackOverflowError();
        }
    }

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(RouteHandler.class);
    private TestServer server;

    @BeforeEach
    void start() {
        log.start();
        logger.addAppender(log);
        logger.setAdditive(false);
        server = serving(HttpSettings.on("127.0.0.1", 0).withRootDialect("plain"));
    }

    private static TestServer serving(HttpSettings settings) {
        return TestServer.start(
                settings,
                binder -> MapBinder.newMapBinder(binder, String.class, Dialect.class)
                        .addBinding("plain")
                        .toInstance(new Plain()));
    }

    @AfterEach
    void stop() {
        logger.detachAppender(log);
        logger.setAdditive(true);
        server.close();
    }

    private HttpResponse<String> ask(String method, String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .method(method, BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    @Test
    void servesADialectUnderItsPrefixAndAtTheRoot() throws Exception {
        assertThat(ask("GET", "/plain/greet?any=thing", "X-Name", "eve").body())
                .isEqualTo("operator eve through argilla");
        assertThat(ask("GET", "/greet", "X-Name", "eve").body()).isEqualTo("operator eve through argilla");
    }

    @Test
    void refusesInTheWordsOfTheDialect() throws Exception {
        assertThat(ask("GET", "/plain/greet").body()).isEqualTo("no: who are you");
        assertThat(ask("GET", "/plain/nothing").body()).isEqualTo("no: there is nothing at this path");
        assertThat(ask("GET", "/nothing").body()).isEqualTo("no: there is nothing at this path");
        assertThat(ask("POST", "/plain/greet").body()).startsWith("no: `POST` is not possible here");
        assertThat(ask("GET", "/v1/nothing").body()).contains("urn:roster:problem:not-found");
        assertThat(ask("GET", "/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void clientWhoseUrlLacksThePrefixGetsAHint() throws Exception {
        server.close();
        server = serving(HttpSettings.on("127.0.0.1", 0));

        assertThat(ask("GET", "/half/7").body())
                .contains("there is nothing at this path; if you use a client, add `/plain` to the end of its URL");
        assertThat(ask("POST", "/greet/").statusCode()).isEqualTo(404);
        assertThat(ask("GET", "/half").body()).contains("\"there is nothing at this path\"");
    }

    @Test
    void hidesDefectsAndLogsThemUnderAnId() throws Exception {
        HttpResponse<String> answer = ask("GET", "/plain/break");

        String id = answer.headers().firstValue("X-Request-Id").orElseThrow();
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains(id).doesNotContain("secret", "Exception");
        assertThat(log.list).singleElement().satisfies(event -> {
            assertThat(event.getFormattedMessage() + event.getKeyValuePairs()).contains(id, "/plain/break");
            assertThat(event.getThrowableProxy().getMessage()).isEqualTo("a secret of ours");
        });
    }

    @Test
    void survivesAStackThatOverflows() throws Exception {
        assertThat(ask("GET", "/plain/overflow").statusCode()).isEqualTo(500);
        assertThat(ask("GET", "/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void takesBackWhatIsNotSentYet() throws Exception {
        HttpResponse<String> answer = ask("GET", "/plain/half/100");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).isEqualTo("no: it broke off");
    }

    @Test
    void breaksTheConnectionRatherThanSendHalfForWhole() {
        assertThatIOException().isThrownBy(() -> ask("GET", "/plain/half/1000000"));
    }

    @Test
    void aClientThatHangsUpIsNoDefect() {
        assertThatIOException().isThrownBy(() -> ask("GET", "/plain/gone"));

        assertThat(log.list).noneSatisfy(event -> assertThat(event.getLevel()).isEqualTo(Level.ERROR));
    }
}
