package dev.roster.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roster.http.TestServer.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Reviewing, deleting and erasing accounts over HTTP. */
class UserCareTest {
    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void deletesEachForItselfAndTellsWhatBecameOfIt() {
        Answer answer = world.send("ada", "POST", "/v1/users/delete", """
                {'users': ['%s', '%s', '019c1a2b-3c4d-7e5f-8a9b-0c1d2e3f4a5b'],
                 'emails': ['zoe@example.org', 'nobody@example.org']}
                """.formatted(world.noa, world.ada));

        JsonNode items = answer.json().at("/items");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(items.findValuesAsText("status"))
                .containsExactly("deleted", "failed", "not_found", "deleted", "not_found");
        assertThat(items.at("/1/reason").asText()).contains("owner");
        assertThat(items.at("/3/user_id").asText()).isEqualTo(world.zoe.toString());
        assertThat(world.get("noa", "/v1/me").status()).isEqualTo(401);
        assertThat(world.get("ada", "/v1/me").status()).isEqualTo(200);
    }

    @Test
    void deletingNobodyIsRefused() {
        assertThat(world.send("ada", "POST", "/v1/users/delete", "{}").at("/errors/0/field"))
                .isEqualTo("users");
        assertThat(world.send("ada", "POST", "/v1/users/delete", "{'users': ['x']}")
                        .at("/errors/0/field"))
                .isEqualTo("users[0]");
    }

    @Test
    void onlyTheDeletedAreErased() {
        String path = "/v1/users/" + world.noa;
        Answer early = world.ask("ada", "POST", path + "/erase").send();
        world.delete("ada", path);

        Answer erased = world.ask("ada", "POST", path + "/erase").send();

        assertThat(early.status()).isEqualTo(409);
        assertThat(erased.status()).isEqualTo(200);
        assertThat(erased.at("/username")).startsWith("erased-");
        assertThat(erased.json().at("/email").isNull()).isTrue();
    }

    @Test
    void aReviewSaysWhatEachDid() {
        world.send("noa", "POST", "/v1/datasets/" + world.contracts.id() + "/contributions", "{'count': 7}");

        Answer review = world.get("ada", "/v1/users/review?search=noa");

        assertThat(review.at("/items/0/user/username")).isEqualTo("noa");
        assertThat(review.at("/items/0/contributions")).isEqualTo("7");
        assertThat(review.at("/items/0/datasets_contributed_to")).isEqualTo("1");
        assertThat(world.get("ada", "/v1/users/review?limit=2").json().at("/items"))
                .hasSize(2);
    }

    @Test
    void peopleAndServiceAccountsAreToldApart() {
        assertThat(world.get("ada", "/v1/users?kind=service").json().at("/items"))
                .isEmpty();
        assertThat(world.get("ada", "/v1/users/count?kind=person").at("/count")).isEqualTo("6");
        assertThat(world.get("ada", "/v1/users?kind=robot").at("/errors/0/field"))
                .isEqualTo("kind");
    }
}
