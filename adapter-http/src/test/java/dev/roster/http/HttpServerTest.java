package dev.roster.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.http.TestServer.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpServerTest {
    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.start();
        server.given().owner("ada").token("ada-token");
        server.given().user("bob").token("bob-token");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void livesWithoutACredential() {
        Answer answer = server.ask("GET", "/health/live").send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"status\":\"ok\"}");
    }

    @Test
    void showsTheCallerTheirOwnAccount() {
        Answer answer = server.ask("GET", "/v1/me").as("bob-token").send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/username")).isEqualTo("bob");
        assertThat(answer.at("/created_at")).isEqualTo("2026-03-01T08:30:00.654321Z");
    }

    @Test
    void asksForACredential() {
        Answer answer = server.ask("GET", "/v1/me").send();

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.at("/type")).isEqualTo("urn:roster:problem:unauthenticated");
    }

    @Test
    void createsAUserWithATokenThatWorks() {
        Answer created = server.ask("POST", "/v1/users")
                .as("ada-token")
                .json("{\"username\":\"carol\",\"role\":\"admin\"}")
                .send();

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo("/v1/users/" + created.at("/id"));
        Answer me = server.ask("GET", "/v1/me").as(created.at("/user_token")).send();
        assertThat(me.at("/role")).isEqualTo("admin");
    }

    @Test
    void saysWhatIsMissingToWhoeverMayNot() {
        Answer answer = server.ask("GET", "/v1/users").as("bob-token").send();

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.at("/missing")).isEqualTo("user:read");
    }
}
