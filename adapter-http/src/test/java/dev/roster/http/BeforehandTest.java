package dev.roster.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.http.TestServer.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is asked before a change, lists that are sorted, and ways in and out, over HTTP. */
class BeforehandTest {
    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void listsAreSortedPageByPage() {
        Answer first = world.get("ada", "/v1/users?sort=username&limit=1");
        Answer second = world.get("ada", "/v1/users?sort=username&limit=1&cursor=" + first.at("/next_cursor"));

        assertThat(first.at("/items/0/username").compareTo(second.at("/items/0/username")))
                .isNegative();
        assertThat(world.get("ada", "/v1/users?sort=newest&limit=1&cursor=" + first.at("/next_cursor"))
                        .at("/errors/0/field"))
                .as("a cursor is of one order")
                .isEqualTo("cursor");
        assertThat(world.get("ada", "/v1/users?sort=size").at("/errors/0/field"))
                .isEqualTo("sort");
        assertThat(world.get("ada", "/v1/people?organization_id=%s&workspace_id=%s".formatted(world.ada, world.ada))
                        .at("/errors/0/field"))
                .isEqualTo("organization_id");
    }

    @Test
    void countsAreThoseOfTheLists() {
        int listed = world.get("ada", "/v1/people").json().at("/items").size();

        assertThat(world.get("ada", "/v1/people/count").json().at("/count").asInt())
                .isEqualTo(listed);
        assertThat(world.get("ada", "/v1/people/count?search=nobody-is-called-so")
                        .json()
                        .at("/count")
                        .asInt())
                .isZero();
    }

    @Test
    void previewChangesNothing() {
        String path = "/v1/users/" + world.noa;
        String before = world.get("ada", path).text();

        Answer preview = world.send("ada", "POST", path + "/role-preview", "{'role': 'owner'}");

        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.at("/after")).isEqualTo("owner");
        assertThat(preview.json().at("/effects").toString()).contains("instance:configure");
        assertThat(world.get("ada", path).text()).isEqualTo(before);
        assertThat(world.get("ada", path + "/deletion").at("/user/username")).isNotEmpty();
        assertThat(world.get("ada", path + "/deletion").status()).isEqualTo(200);
    }

    @Test
    void daysAndAttentionAreCounted() {
        assertThat(world.get("ada", "/v1/audit-events/per-day").json().at("/items"))
                .hasSize(31);
        assertThat(world.get("ada", "/v1/attention").json().at("/sealed").isBoolean())
                .isTrue();
    }

    @Test
    void yesSaysWhatItRestsOn() {
        Answer decisions = world.send(
                "ada",
                "POST",
                "/v1/decisions",
                "{'questions': [{'permission': 'user:read', 'target': {'kind': 'instance'}}]}");

        assertThat(decisions.at("/items/0/ground/source")).isEqualTo("account");
        assertThat(decisions.at("/items/0/ground/role")).isEqualTo("owner");
    }

    @Test
    void wrongLinkLogsNobodyIn() {
        Answer answer = world.server
                .ask("POST", "/v1/sessions/log-in-link")
                .json("{\"link\": \"rll_wrong\"}")
                .send();

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.at("/detail")).contains("wrong, expired or used");
    }
}
