package dev.roster.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.http.TestServer.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every route, asked by every role about somebody else's things: what the table of permissions denies, no route gives. */
class AccessSweepTest {
    private record Attempt(String method, String path, String body) {
        static Attempt of(String method, String path) {
            return new Attempt(method, path, "");
        }

        String name() {
            return method + " " + path;
        }
    }

    /** What everyone may, on their own things: lists show only those. */
    private static final Set<String> OWN = Set.of(
            "GET /v1/me",
            "PATCH /v1/me",
            "GET /v1/me/avatar",
            "DELETE /v1/me/avatar",
            "GET /v1/me/token",
            "GET /v1/me/sessions",
            "DELETE /v1/me/sessions",
            "GET /v1/me/workspaces",
            "GET /v1/me/permissions",
            "GET /v1/me/contributions",
            "GET /v1/organizations",
            "GET /v1/workspaces",
            "GET /v1/datasets",
            "GET /v1/permissions",
            "POST /v1/decisions",
            "GET /v1/organizations/{organization}");

    /** All routes, with the foreign workspace, its dataset and its people where a place or person is named. */
    private static Map<String, Attempt> attempts(World world) {
        String user = "{\"user_id\":\"" + world.zoe + "\"}";
        String question = "{\"questions\":[{\"permission\":\"dataset:read\",\"target\":{\"kind\":\"dataset\",\"id\":\""
                + world.scans.id() + "\"}}]}";
        List<Attempt> all = new ArrayList<>();
        OpenApiOperations.all().forEach((name, operation) -> {
            String method = name.substring(0, name.indexOf(' '));
            String path = name.substring(name.indexOf(' ') + 1);
            if (path.startsWith("/v1") && !operation.has("security")) {
                all.add(Attempt.of(method, path));
            }
        });
        Map<String, String> bodies = Map.ofEntries(
                Map.entry("PATCH /v1/me", "{\"display_name\":\"x\"}"),
                Map.entry("PUT /v1/me/password", "{\"current_password\":\"x\",\"password\":\"long enough\"}"),
                Map.entry("POST /v1/users", "{\"username\":\"intruder\",\"role\":\"owner\"}"),
                Map.entry("PATCH /v1/users/{user_id}", "{\"role\":\"owner\"}"),
                Map.entry("PATCH /v1/organizations/{organization_id}", "{\"name\":\"mine\"}"),
                Map.entry("POST /v1/workspaces", "{\"name\":\"mine\"}"),
                Map.entry("PATCH /v1/workspaces/{workspace_id}", "{\"name\":\"mine\"}"),
                Map.entry("POST /v1/workspaces/{workspace_id}/members", user),
                Map.entry("PATCH /v1/workspaces/{workspace_id}/members/{user_id}", "{\"role\":\"manager\"}"),
                Map.entry("POST /v1/datasets", "{\"workspace_id\":\"" + world.medical.id() + "\",\"name\":\"mine\"}"),
                Map.entry("PATCH /v1/datasets/{dataset_id}", "{\"name\":\"mine\"}"),
                Map.entry("POST /v1/datasets/{dataset_id}/assignees", user),
                Map.entry("POST /v1/datasets/{dataset_id}/contributions", "{\"count\":1}"),
                Map.entry("POST /v1/mail/test", "{\"address\":\"ada@example.org\"}"),
                Map.entry("POST /v1/decisions", question));
        Map<String, Attempt> byName = new TreeMap<>();
        all.forEach(attempt -> byName.put(
                attempt.name(),
                new Attempt(attempt.method(), fill(world, attempt.path()), bodies.getOrDefault(attempt.name(), ""))));
        // It ends the very token that the attempts after it come with.
        byName.remove("POST /v1/me/token");
        return byName;
    }

    private static String fill(World world, String path) {
        String filled = path.replace("{user_id}", world.zoe.toString())
                .replace("{workspace_id}", world.medical.id().toString())
                .replace("{dataset_id}", world.scans.id().toString())
                .replace("{session_id}", world.zoe.toString())
                .replace("{role_id}", "00000000-0000-8000-8000-000000000001")
                .replace(
                        "{organization_id}",
                        world.server.given().organization().id().toString());
        return path.equals("/v1/who-may")
                ? filled + "?permission=dataset:read&kind=dataset&id=" + world.scans.id()
                : filled;
    }

    private static Answer send(World world, String name, Attempt attempt) {
        TestServer.Ask ask = world.ask(name, attempt.method(), attempt.path());
        return attempt.body().isEmpty() ? ask.send() : ask.json(attempt.body()).send();
    }

    @ParameterizedTest
    @ValueSource(strings = {"max", "amy", "vic", "noa"})
    void strangersGetNothingOfAnotherWorkspace(String name) {
        try (World world = new World()) {
            Set<String> allowed = new TreeSet<>();
            attempts(world).forEach((route, attempt) -> {
                Answer answer = send(world, name, attempt);
                assertThat(answer.status()).as("%s %s", name, route).isBetween(200, 499);
                if (answer.status() < 300) {
                    allowed.add(route.replace("_id}", "}"));
                    assertThat(answer.text()).as("%s %s", name, route).doesNotContain("medical", "scans", "zoe@");
                }
            });

            Set<String> expected = new TreeSet<>(OWN);
            if (name.equals("max")) {
                expected.add("PATCH /v1/organizations/{organization}");
            }
            assertThat(allowed).isEqualTo(expected);
            assertThat(world.ask("zoe", "GET", "/v1/me").send().at("/role")).isEqualTo("annotator");
            assertThat(world.ask("zoe", "GET", "/v1/datasets/" + world.scans.id())
                            .send()
                            .at("/name"))
                    .isEqualTo("scans");
        }
    }

    @Test
    void nobodyGetsAnythingWithoutACredential() {
        try (World world = new World()) {
            Map<String, Attempt> attempts = attempts(world);

            assertThat(attempts).hasSizeGreaterThan(45);
            attempts.forEach((route, attempt) ->
                    assertThat(send(world, "", attempt).status()).as(route).isEqualTo(401));
        }
    }

    @Test
    void ownersReachEverything() {
        try (World world = new World()) {
            attempts(world).forEach((route, attempt) -> {
                int status = send(world, "ada", attempt).status();
                assertThat(status).as(route).isNotIn(401, 403).isLessThan(500);
            });
        }
    }
}
