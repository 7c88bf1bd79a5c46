package dev.roster.http.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Servers of others that are anything but what was hoped for. */
class ForeignServerTest {
    private static final ForeignServer.Words WORDS = new ForeignServer.Words(
            "Other", "an Other server", "https://other.example.org", "the key is not an owner's");
    private static final Map<String, String> HEADERS = Map.of("Authorization", "Bearer the-key");

    private final StandIn there = new StandIn();
    private final ForeignServer server = new ForeignServer(WORDS);

    @AfterEach
    void stop() {
        there.close();
    }

    private String refusal(ForeignServer asked, Kind kind) {
        return Objects.requireNonNull(assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> asked.get(there.address("the-key"), "/things?page=1", HEADERS))
                .returns(kind, RefusedException::kind)
                .withMessageNotContaining("the-key")
                .withMessageNotContaining("page=1")
                .actual()
                .getMessage());
    }

    @Test
    void theKeyGoesNowhereElse() {
        try (StandIn elsewhere = new StandIn()) {
            elsewhere.json("/things", "{}");
            there.on("/things?page=1", StandIn.json(302, "", "Location", elsewhere.url() + "/things"));

            assertThat(refusal(server, Kind.INVALID)).contains("status 302", "expected an Other server");
            assertThat(elsewhere.asked()).isEmpty();
        }
    }

    @Test
    void anAnswerThatDoesNotEndIsCutOff() {
        there.on("/things?page=1", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] part = new byte[4_096];
            while (!Thread.currentThread().isInterrupted()) {
                exchange.getResponseBody().write(part);
            }
        });

        assertThat(refusal(new ForeignServer(WORDS, Duration.ofSeconds(60), 100_000), Kind.INVALID))
                .contains("longer than 100000 bytes");
    }

    @Test
    void anAnswerThatStopsHalfwayIsNotWaitedForForever() {
        CountDownLatch over = new CountDownLatch(1);
        there.on("/things?page=1", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            try {
                over.await();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new IOException(stop);
            }
        });

        assertThat(refusal(new ForeignServer(WORDS, Duration.ofSeconds(1), 1_000), Kind.INVALID))
                .contains("no whole answer within 1 seconds");
        over.countDown();
    }

    @Test
    void aBusyServerIsAskedAgainWhenItSays() {
        there.on(
                "/things?page=1",
                StandIn.json(429, "{}", "Retry-After", "0"),
                StandIn.json(503, "{}", "Retry-After", "0"),
                StandIn.json(200, "{'a': 1}"));

        assertThat(server.get(there.address("the-key"), "/things?page=1", HEADERS)
                        .path("a")
                        .asInt())
                .isEqualTo(1);
        assertThat(there.asked()).hasSize(3);
    }

    @Test
    void oneThatStaysBusyIsGivenUp() {
        there.on("/things?page=1", StandIn.json(429, "{}", "Retry-After", "0"));

        assertThat(refusal(server, Kind.BUSY)).contains("too busy");
        assertThat(there.asked()).hasSize(10);
    }

    @Test
    void oneThatDoesNotSayWhenIsNotAskedAgain() {
        there.on("/things?page=1", StandIn.json(503, "{}", "Retry-After", "tomorrow"));

        assertThat(refusal(server, Kind.INVALID)).contains("status 503");
        assertThat(there.asked()).hasSize(1);
    }

    @Test
    void whatIsNoJsonIsTold() {
        there.on("/things?page=1", StandIn.json(200, "<html>Log in</html>"));

        assertThat(refusal(server, Kind.INVALID)).contains("something that is not JSON");
    }

    @Test
    void noAnswerWhatsoeverIsTold() {
        there.on("/things?page=1", StandIn.json(204, ""));

        assertThat(refusal(server, Kind.INVALID)).contains("status 204");
    }
}
