package dev.roster.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.http.TestServer.Answer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What clients see while the store cannot be written to, or cannot be reached. */
class OutageTest {
    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    private Answer me(String secret) {
        return world.server.ask("GET", "/v1/me").as(secret).send();
    }

    private Answer create() {
        return world.server
                .ask("POST", "/v1/users")
                .as("ada-token")
                .json("{\"username\":\"eve\"}")
                .send();
    }

    @Test
    void everyCredentialReadsWhileTheStoreIsLocked() {
        world.server.given().user("bob").session("bob-session");
        world.server.given().user("eva").apiKey("eva-unused-key");
        world.server.fakes().clock().advance(Duration.ofHours(1));
        world.server.fakes().lockStore();

        assertThat(me("ada-token").status()).isEqualTo(200);
        assertThat(me("bob-session").status()).isEqualTo(200);
        assertThat(me("eva-unused-key").status()).isEqualTo(200);
    }

    @Test
    void lockedStoreIsNoDefect() {
        world.server.fakes().lockStore();

        Answer answer = create();

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.at("/type")).isEqualTo("urn:roster:problem:busy");
        assertThat(answer.at("/detail")).isEqualTo("another process has locked the store; try again");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
    }

    @Test
    void wrongSecretIsNotAnsweredWhileItCannotBeCounted() {
        world.server.fakes().lockStore();

        assertThat(me("guess").status()).isEqualTo(503);
    }

    @Test
    void storeThatCannotBeReachedIsNoDefect() {
        world.server.fakes().loseStore();

        Answer answer = me("ada-token");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.at("/type")).isEqualTo("urn:roster:problem:unavailable");
        assertThat(answer.at("/detail")).isEqualTo("the store cannot be reached");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(world.ask("", "GET", "/health/live").send().status()).isEqualTo(200);
    }

    @Test
    void metricsShowWhatIsNotWrittenYet() {
        world.server.given().user("eva").apiKey("eva-unused-key");
        me("eva-unused-key");

        String metrics = world.ask("", "GET", "/metrics").send().text();

        assertThat(metrics).contains("roster_activity_waiting 2.0").contains("roster_activity_dropped_total 0.0");
    }
}
