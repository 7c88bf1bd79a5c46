package dev.roster.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.application.fake.Fakes;
import dev.roster.domain.RefusedException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class GracefulStopTest {
    private final CountDownLatch running = new CountDownLatch(1);
    private final CountDownLatch finish = new CountDownLatch(1);

    private HttpServer server(Duration stopWithin) {
        HttpServer server = TestServer.injector(
                        HttpSettings.on("127.0.0.1", 0).withStopWithin(stopWithin), new Fakes(), this::waitForTheEnd)
                .getInstance(HttpServer.class);
        server.start();
        return server;
    }

    private Optional<String> waitForTheEnd() {
        running.countDown();
        try {
            return finish.await(10, TimeUnit.SECONDS) ? Optional.empty() : Optional.of("the end did not come");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.of("it was stopped");
        }
    }

    private static CompletableFuture<HttpResponse<String>> ask(HttpServer server) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/health/ready"))
                .build();
        return HttpClient.newHttpClient().sendAsync(request, BodyHandlers.ofString());
    }

    @Test
    void letsARunningRequestFinish() throws Exception {
        HttpServer server = server(Duration.ofSeconds(10));
        CompletableFuture<HttpResponse<String>> answer = ask(server);
        assertThat(running.await(10, TimeUnit.SECONDS)).isTrue();

        CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::stop);
        // Longer than idle connections are kept, so that a request that computes is seen not to be idle.
        assertThat(stopped).isNotCompleted();
        assertThatThrownBy(() -> stopped.get(400, TimeUnit.MILLISECONDS))
                .isInstanceOf(java.util.concurrent.TimeoutException.class);
        finish.countDown();

        assertThat(answer.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        stopped.get(10, TimeUnit.SECONDS);
    }

    @Test
    void waitsNoLongerThanItWasTold() throws Exception {
        HttpServer server = server(Duration.ofMillis(200));
        CompletableFuture<HttpResponse<String>> answer = ask(server);
        assertThat(running.await(10, TimeUnit.SECONDS)).isTrue();

        CompletableFuture.runAsync(server::stop).get(9, TimeUnit.SECONDS);

        assertThat(finish.getCount()).isEqualTo(1);
        finish.countDown();
        assertThat(answer)
                .satisfiesAnyOf(
                        broken -> assertThat(broken).failsWithin(Duration.ofSeconds(5)),
                        done -> assertThat(done).succeedsWithin(Duration.ofSeconds(5)));
    }

    @Test
    void namesAHostThatIsNotOfThisMachine() {
        for (String host : List.of("192.0.2.1", "nowhere.invalid")) {
            HttpServer server = TestServer.injector(HttpSettings.on(host, 0), new Fakes(), Optional::empty)
                    .getInstance(HttpServer.class);

            assertThatThrownBy(server::start)
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("cannot listen on host `" + host + "`")
                    .hasMessageNotContaining("port");
        }
    }

    @Test
    void namesAPortThatIsTaken() {
        try (TestServer first = TestServer.start()) {
            HttpServer second = TestServer.injector(
                            HttpSettings.on("127.0.0.1", first.port()), new Fakes(), Optional::empty)
                    .getInstance(HttpServer.class);

            assertThatThrownBy(second::start)
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("cannot listen on port " + first.port());
        }
    }
}
