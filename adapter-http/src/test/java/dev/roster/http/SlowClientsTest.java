package dev.roster.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.multibindings.MapBinder;
import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.domain.RefusedException;
import dev.roster.domain.audit.Door;
import dev.roster.http.RawConnection.Raw;
import dev.roster.http.argilla.ArgillaModule;
import dev.roster.http.dialect.TokenKeys;
import dev.roster.http.patience.Patience;
import dev.roster.http.web.Call;
import dev.roster.http.web.ClientGoneException;
import dev.roster.http.web.Dialect;
import dev.roster.http.web.Problem;
import dev.roster.http.web.Routes;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that send a byte now and then, or read one: what they hold ends, and nobody else waits for them. */
class SlowClientsTest {
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final String ASK = "GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n";

    private TestServer server = start(new Patience(SHORT, SHORT, 10, 50));

    private static TestServer start(Patience patience) {
        return TestServer.start(
                HttpSettings.on("127.0.0.1", 0).withPatience(patience),
                new ArgillaModule(),
                binder -> binder.bind(TokenKeys.class).toInstance(use -> new byte[32]),
                binder -> MapBinder.newMapBinder(binder, String.class, Dialect.class)
                        .addBinding("talkative")
                        .toInstance(new Talkative()));
    }

    private void restart(Patience patience) {
        server.close();
        server = start(patience);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private RawConnection connect() throws IOException {
        return new RawConnection(server.port());
    }

    private static String post(String path, int length) {
        return "POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: " + length
                + "\r\n\r\n";
    }

    private double metric(String name) {
        Matcher value = Pattern.compile("(?m)^" + Pattern.quote(name) + " (.*)$")
                .matcher(server.ask("GET", "/metrics").send().text());
        assertThat(value.find()).as(name).isTrue();
        return Double.parseDouble(value.group(1));
    }

    private void awaitMetric(String name, double least) throws InterruptedException {
        long start = System.nanoTime();
        while (metric(name) < least) {
            assertThat(System.nanoTime() - start).as(name).isLessThan(RawConnection.FOREVER.toNanos());
            Thread.sleep(20);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\r\n", "G", "GET /health/live HTTP/1.1\r\n", "GET /health/live HTTP/1.1\r\nHost: x\r\nX: "})
    void aFirstHeaderThatDripsEndsTheConnection(String beginning) throws IOException {
        try (RawConnection slow = connect().send(beginning)) {
            assertThat(slow.isClosedWhileSending(beginning.isBlank() ? beginning : "x"))
                    .isTrue();
        }
        assertThat(metric("roster_http_connections_cut_total{with=\"header\"}")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "x", "X: y\r\n"})
    void aLaterHeaderThatDripsEndsTheConnectionToo(String drop) throws IOException {
        try (RawConnection slow = connect()) {
            assertThat(slow.send(ASK).answer().status()).isEqualTo(200);
            assertThat(slow.send("GET / HTTP/1.1\r\nHost: x\r\n".repeat(drop.equals("\r\n") ? 0 : 1))
                            .isClosedWhileSending(drop))
                    .isTrue();
        }
    }

    @Test
    void bytesAfterAnAnswerThatClosesDoNotKeepTheConnection() throws IOException {
        try (RawConnection slow = connect().send("nonsense\r\n\r\n")) {
            assertThat(slow.answer().status()).isEqualTo(400);
            assertThat(slow.isClosedWhileSending("x")).isTrue();
        }
    }

    @Test
    void aConnectionIsKeptBetweenTwoRequests() throws Exception {
        try (RawConnection kept = connect()) {
            assertThat(kept.send(ASK).answer().status()).isEqualTo(200);
            Thread.sleep(4 * SHORT.toMillis());
            assertThat(kept.send(ASK).answer().status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/sessions", "/argilla/api/v1/token", "/argilla/api/v1/users", "/argilla/api/users"})
    void aBodyThatStopsIsRefusedAndEndsTheConnection(String path) throws IOException {
        try (RawConnection slow = connect().send(post(path, 100)).send("{")) {
            mustBeLate(slow.answer(), path);
            assertThat(slow.isClosedWhileSending("x")).isTrue();
        }
    }

    @Test
    void aBodyThatDripsIsRefused() throws Exception {
        restart(new Patience(LONG, SHORT, 1_000_000, 50));
        try (RawConnection slow = connect().send(post("/v1/sessions", 1_000))) {
            Thread dripping = new Thread(() -> drip(slow));
            dripping.start();
            mustBeLate(slow.answer(), "/v1/sessions");
            dripping.join();
        }
    }

    private static void drip(RawConnection slow) {
        try {
            for (int left = 999; left > 0; left--) {
                slow.send(" ");
                Thread.sleep(20);
            }
        } catch (IOException | InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private static void mustBeLate(Raw answer, String path) throws IOException {
        assertThat(answer.status()).as(answer.header()).isEqualTo(408);
        assertThat(answer.header()).containsIgnoringCase("Connection: close");
        if (path.startsWith("/v1")) {
            assertThat(answer.header()).contains("application/problem+json");
            assertThat(TestServer.JSON.readTree(answer.body()).path("type").asText())
                    .isEqualTo("urn:roster:problem:timeout");
        } else {
            assertThat(TestServer.JSON.readTree(answer.body()).path("detail").asText())
                    .isEqualTo("the body arrives too slowly");
        }
    }

    @Test
    void aBodyThatKeepsTheRateMayTakeLongerThanTheGrace() throws Exception {
        String body = "{\"login\":\"nobody\",\"password\":\"" + "x".repeat(100) + "\"}" + " ".repeat(2_000);
        try (RawConnection steady = connect().send(post("/v1/sessions", body.length()))) {
            steady.send(body.substring(0, 2_000));
            for (int at = 2_000; at < body.length(); at++) {
                Thread.sleep(10);
                steady.send(body.substring(at, at + 1));
            }
            assertThat(steady.answer().status()).isEqualTo(401);
        }
    }

    @Test
    void slowBodiesGiveWayToNewerOnes() throws Exception {
        restart(new Patience(LONG, LONG, 1, 2));
        String body = "{\"login\":\"nobody\",\"password\":\"correct-horse\"}";
        try (RawConnection first = connect().send(post("/v1/sessions", body.length()));
                RawConnection second = waiting(1, body);
                RawConnection third = waiting(2, body)) {
            Raw given = first.answer();

            assertThat(given.status()).isEqualTo(503);
            assertThat(given.header()).contains("Retry-After: ").containsIgnoringCase("Connection: close");
            assertThat(metric("roster_http_bodies_waiting")).isEqualTo(2);
            assertThat(third.send(body).answer().status()).isEqualTo(401);
            assertThat(second.send(body).answer().status()).isEqualTo(401);
        }
    }

    /** Starts a request with a body that does not come, once that many others wait. */
    private RawConnection waiting(int others, String body) throws Exception {
        awaitMetric("roster_http_bodies_waiting", others);
        return connect().send(post("/v1/sessions", body.length()));
    }

    @Test
    void aBodyThatIsThereNeedsNoPlaceAmongTheSlow() throws Exception {
        restart(new Patience(LONG, LONG, 1, 1));
        String body = "{\"login\":\"nobody\",\"password\":\"correct-horse\"}";
        try (RawConnection slow = connect().send(post("/v1/sessions", body.length()))) {
            awaitMetric("roster_http_bodies_waiting", 1);
            try (RawConnection whole = connect().send(post("/v1/sessions", body.length()) + body)) {
                assertThat(whole.answer().status()).isEqualTo(401);
            }
            assertThat(slow.send(body).answer().status()).isEqualTo(401);
        }
    }

    @Test
    void anAnswerThatNobodyTakesEndsTheConnection() throws Exception {
        try (RawConnection slow = connect().send("GET /talkative/much HTTP/1.1\r\nHost: x\r\n\r\n")) {
            awaitMetric("roster_http_connections_cut_total{with=\"answer\"}", 1);

            assertThat(slow.isClosedWhileSending("")).isTrue();
        }
    }

    @Test
    void anAnswerThatIsTakenIsSentToItsEnd() {
        restart(Patience.USUAL);

        assertThat(server.ask("GET", "/talkative/much").send().text()).hasSize(Talkative.BYTES);
    }

    /** Says more than fits into the buffers of a connection. */
    private static final class Talkative implements Dialect {
        private static final int BYTES = 32 << 20;

        @Override
        public String prefix() {
            return "/talkative";
        }

        @Override
        public Door door() {
            return Door.API;
        }

        @Override
        public Caller authenticate(Context context, Origin origin) {
            throw RefusedException.unauthenticated("who are you");
        }

        @Override
        public void refuse(Context context, Problem problem) {
            context.status(problem.kind().status());
        }

        @Override
        public void register(Routes routes) {
            routes.get("/much", Talkative::talk).open().producing("text/plain");
        }

        private static void talk(Call call) {
            try {
                for (int left = BYTES; left > 0; left -= 1 << 16) {
                    call.context().res().getOutputStream().write(new byte[1 << 16]);
                }
            } catch (IOException gone) {
                throw new ClientGoneException(gone);
            }
        }
    }
}
