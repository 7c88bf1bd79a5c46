package dev.roster.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.http.TestServer.Answer;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every route, asked by every role about somebody else's things: what the table of permissions denies, no route gives. */
class AccessSweepTest {
    private record Attempt(String method, String path, String body) {}

    /** What everyone may, on their own things: lists show only those. */
    private static final Set<String> OWN = Set.of(
            "GET /v1/me",
            "PATCH /v1/me",
            "GET /v1/me/token",
            "GET /v1/me/sessions",
            "DELETE /v1/me/sessions",
            "GET /v1/me/workspaces",
            "GET /v1/me/permissions",
            "GET /v1/me/contributions",
            "GET /v1/me/keys",
            "GET /v1/me/avatar",
            "DELETE /v1/me/avatar",
            "GET /v1/organizations",
            "GET /v1/workspaces",
            "GET /v1/datasets",
            "GET /v1/permissions",
            "POST /v1/decisions");

    /** What the sweep reaches for: things of another organization, workspace and person. */
    private record Foreign(World world, String organization, String account, String key, String grant, String role) {
        static Foreign in(World world) {
            var given = world.server.given();
            var clinic = given.organization("clinic");
            world.server.given().user("cleo").in(clinic).id();
            Answer account = made(world, "/v1/service-accounts", """
                    {"username": "robot", "key": {"name": "first"}, "organizations": [
                      {"organization_id": "%s", "workspaces": [{"workspace_id": "%s", "role": "viewer"}]}]}
                    """.formatted(
                            given.organization().id(), world.medical.id()));
            Answer grant = made(world, "/v1/grants", """
                    {"user_id": "%s", "role": "viewer", "dataset_id": "%s"}
                    """.formatted(world.zoe, world.scans.id()));
            Answer role = made(world, "/v1/roles", "{\"name\":\"scribe\",\"permissions\":[\"dataset:read\"]}");
            return new Foreign(
                    world,
                    clinic.id().toString(),
                    account.at("/user/id"),
                    account.at("/key/id"),
                    grant.at("/id"),
                    role.at("/id"));
        }

        private static Answer made(World world, String path, String body) {
            Answer answer = world.ask("ada", "POST", path).json(body).send();
            assertThat(answer.status()).as(answer.text()).isEqualTo(201);
            return answer;
        }

        String fill(String text) {
            return text.replace("{user_id}", world.zoe.toString())
                    .replace("{workspace_id}", world.medical.id().toString())
                    .replace("{dataset_id}", world.scans.id().toString())
                    .replace("{session_id}", world.zoe.toString())
                    .replace("{organization_id}", organization)
                    .replace("{account_id}", account)
                    .replace("{role_id}", role)
                    .replace("{grant_id}", grant)
                    .replace("{key_id}", key);
        }
    }

    /** What to send where a body is wanted: always something that would do harm, or tell something. */
    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("PATCH /v1/me", "{'display_name': 'x'}"),
            Map.entry("PUT /v1/me/password", "{'current_password': 'x', 'password': 'long enough'}"),
            Map.entry("POST /v1/me/keys", "{'name': 'mine'}"),
            Map.entry("POST /v1/keys", "{'user_id': '{account_id}', 'name': 'mine'}"),
            Map.entry("POST /v1/keys/{key_id}/refresh", "{}"),
            Map.entry("POST /v1/service-accounts", """
                    {'username': 'spy', 'key': {'name': 'mine'}, 'organizations': [{'organization_id': 'DEFAULT',
                     'workspaces': [{'workspace_id': '{workspace_id}'}]}]}
                    """),
            Map.entry("POST /v1/users", "{'username': 'intruder', 'role': 'owner'}"),
            Map.entry("PATCH /v1/users/{user_id}", "{'role': 'owner'}"),
            Map.entry("POST /v1/users/delete", "{'users': ['{user_id}'], 'emails': ['zoe@example.org']}"),
            Map.entry("POST /v1/invitations", "{'email': 'mole@example.org', 'mode': 'temporary-password'}"),
            Map.entry("POST /v1/organizations", "{'name': 'mine'}"),
            Map.entry("PATCH /v1/organizations/{organization_id}", "{'name': 'mine'}"),
            Map.entry("POST /v1/organizations/{organization_id}/members", "{'user_id': '{user_id}'}"),
            Map.entry("PATCH /v1/organizations/{organization_id}/members/{user_id}", "{'role': 'manager'}"),
            Map.entry("POST /v1/organizations/{organization_id}/invite-link", "{}"),
            Map.entry("POST /v1/workspaces", "{'name': 'mine'}"),
            Map.entry("PATCH /v1/workspaces/{workspace_id}", "{'name': 'mine'}"),
            Map.entry("POST /v1/workspaces/{workspace_id}/members", "{'user_id': '{user_id}'}"),
            Map.entry("PATCH /v1/workspaces/{workspace_id}/members/{user_id}", "{'role': 'manager'}"),
            Map.entry("POST /v1/datasets", "{'workspace_id': '{workspace_id}', 'name': 'mine'}"),
            Map.entry("PATCH /v1/datasets/{dataset_id}", "{'name': 'mine'}"),
            Map.entry("POST /v1/datasets/{dataset_id}/assignees", "{'user_id': '{user_id}'}"),
            Map.entry("POST /v1/datasets/{dataset_id}/contributions", "{'count': 1}"),
            Map.entry(
                    "POST /v1/grants", "{'user_id': '{user_id}', 'role': 'manager', 'workspace_id': '{workspace_id}'}"),
            Map.entry("PATCH /v1/grants/{grant_id}", "{'role': 'manager'}"),
            Map.entry("POST /v1/roles", "{'name': 'mine', 'permissions': ['user:update']}"),
            Map.entry("PATCH /v1/roles/{role_id}", "{'permissions': ['user:update']}"),
            Map.entry("POST /v1/roles/{role_id}/preview", "{'permissions': ['user:update']}"),
            Map.entry("POST /v1/permissions", "{'name': 'mine:READ'}"),
            Map.entry("POST /v1/mail/test", "{'address': 'ada@example.org'}"),
            Map.entry("POST /v1/decisions", """
                    {'questions': [{'permission': 'dataset:read', 'target': {'kind': 'dataset', 'id': '{dataset_id}'}}]}
                    """));

    private static final Map<String, String> QUERIES = Map.of(
            "GET /v1/who-may", "?permission=dataset:read&kind=dataset&id={dataset_id}",
            "GET /v1/keys", "?workspace_id={workspace_id}",
            "GET /v1/grants", "?workspace_id={workspace_id}");

    /** It ends the very token that the attempts after it come with. */
    private static final String LEFT_OUT = "POST /v1/me/token";

    /** All routes that take a credential. */
    private static Map<String, Attempt> attempts(World world) {
        Foreign foreign = Foreign.in(world);
        Map<String, Attempt> byName = new TreeMap<>();
        OpenApiOperations.all().forEach((name, operation) -> {
            String method = name.substring(0, name.indexOf(' '));
            String path = name.substring(name.indexOf(' ') + 1);
            if (path.startsWith("/v1") && !operation.has("security") && !name.equals(LEFT_OUT)) {
                String body = BODIES.getOrDefault(name, "").replace('\'', '"');
                assertThat(body.isEmpty())
                        .as("%s has a body to send", name)
                        .isNotEqualTo(operation.at("/requestBody/content").has("application/json"));
                byName.put(
                        name,
                        new Attempt(
                                method,
                                foreign.fill(path + QUERIES.getOrDefault(name, "")),
                                foreign.fill(body.replace(
                                        "DEFAULT",
                                        world.server.given().organization().id().toString()))));
            }
        });
        return byName;
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
                    assertThat(answer.text())
                            .as("%s %s", name, route)
                            .doesNotContain("medical", "scans", "zoe@", "clinic", "robot");
                }
            });

            Set<String> expected = new TreeSet<>(OWN);
            if (name.equals("max") || name.equals("amy")) {
                // Developers by their role.
                expected.add("POST /v1/me/keys");
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

            assertThat(attempts).hasSizeGreaterThan(85);
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
