package dev.roster.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roster.http.TestServer.Answer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Guests over HTTP, from the link that is handed over to the end of the stay. */
class GuestsTest {
    private static final String PASSWORD = "correct-horse-battery";

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    private Answer create(String body) {
        return world.send("ada", "POST", "/v1/workspaces/" + world.legal.id() + "/guests", body);
    }

    private Answer logIn(String username) {
        return world.send(
                "", "POST", "/v1/sessions", "{'login': '%s', 'password': '%s'}".formatted(username, PASSWORD));
    }

    @Test
    void aGuestSetsAPasswordWithTheLinkAndLogsInUntilTheStayEnds() {
        Answer created = create("{'count': 2, 'prefix': 'workshop', 'until': '2026-03-03T00:00:00Z'}");
        JsonNode guest = created.json().at("/items/1");
        String url = guest.path("url").asText();

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.json().at("/items")).hasSize(2);
        assertThat(guest.at("/user/username").asText()).isEqualTo("workshop-2");
        assertThat(guest.at("/user/stay/workspace_id").asText())
                .isEqualTo(world.legal.id().toString());
        assertThat(guest.at("/user/stay/until").asText()).isEqualTo("2026-03-03T00:00:00.000000Z");
        world.send(
                "",
                "POST",
                "/v1/password-resets/complete",
                "{'token': '%s', 'password': '%s'}".formatted(url.substring(url.indexOf('#') + 1), PASSWORD));
        Answer session = logIn("workshop-2");
        String key = session.at("/key");
        assertThat(session.status()).isEqualTo(201);
        assertThat(world.server.ask("GET", "/v1/me").as(key).send().status()).isEqualTo(200);

        world.server.fakes().clock().advance(Duration.ofHours(15));

        assertThat(world.server.ask("GET", "/v1/me").as(key).send().status()).isEqualTo(401);
        assertThat(logIn("workshop-2").status()).isEqualTo(401);
    }

    @Test
    void theEndIsMovedAndTheAccountMadePermanent() {
        String id = create("{'guests': [{'username': 'gina', 'email': 'gina@example.org'}]}")
                .at("/items/0/user/id");
        String stay = "/v1/users/" + id + "/stay";

        Answer moved = world.send("ada", "PUT", stay, "{'until': '2026-04-01T00:00:00Z'}");
        assertThat(moved.at("/stay/until")).isEqualTo("2026-04-01T00:00:00.000000Z");
        assertThat(world.send("ada", "PUT", stay, "{}").at("/errors/0/field")).isEqualTo("until");
        assertThat(world.send("noa", "PUT", stay, "{'until': null}").status()).isEqualTo(403);
        assertThat(world.delete("ada", stay).status()).isEqualTo(204);
        assertThat(world.get("ada", "/v1/users/" + id).json().path("stay").isNull())
                .isTrue();
        assertThat(world.delete("ada", stay).status()).isEqualTo(409);
    }

    @Test
    void previewsOfADeletionCountTheGuests() {
        String workspace = "/v1/workspaces/" + world.legal.id();
        create("{'count': 3}");

        assertThat(world.get("ada", workspace + "/contents")
                        .json()
                        .at("/guests")
                        .asLong())
                .isEqualTo(3);
        assertThat(world.get("ada", workspace + "/deletion")
                        .json()
                        .at("/guests")
                        .asLong())
                .isEqualTo(3);
    }

    @Test
    void aNumberAndAListExcludeEachOther() {
        assertThat(create("{'count': 1, 'guests': [{'username': 'gina'}]}").at("/errors/0/field"))
                .isEqualTo("count");
        assertThat(create("{}").at("/errors/0/field")).isEqualTo("guests");
        assertThat(create("{'prefix': 'workshop', 'guests': [{'username': 'gina'}]}")
                        .at("/errors/0/field"))
                .isEqualTo("prefix");
        assertThat(create("{'count': 1, 'until': '2026-01-01T00:00:00Z'}").at("/errors/0/field"))
                .isEqualTo("until");
        assertThat(create("{'guests': [{'username': 'gina'}, {'username': 'Gina'}]}")
                        .status())
                .isEqualTo(409);
        assertThat(world.get("ada", "/v1/users?search=gina").json().at("/items"))
                .isEmpty();
    }
}
