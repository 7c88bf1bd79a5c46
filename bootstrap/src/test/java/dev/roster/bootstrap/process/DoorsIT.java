package dev.roster.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One person's life, lived through one door and looked at through all others: Arize's, Argilla's, the native API, the command
 * line and the audit trail.
 */
class DoorsIT {
    private static final String TOKEN = "owner-token-0001";
    private static final String ADA = "ada@lab.example";
    private static final String BO = "bo@lab.example";

    @TempDir
    Path directory;

    private RosterProcess server;
    private Api olga;

    private Map<String, String> environment() {
        return Map.of("ROSTER_DATA_DIR", directory.resolve("data").toString());
    }

    @BeforeEach
    void start() throws Exception {
        server = RosterProcess.server(environment(), "--username", "olga", "--user-token", TOKEN);
        olga = new Api(server.url(), TOKEN);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** A life through Arize's door. */
    @Test
    void whatArizesDoorDoesIsSeenAndRightEverywhere() throws Exception {
        String organization = made("/arize/v2/organizations", "{'name': 'Research'}");
        String space = made("/arize/v2/spaces", "{'name': 'Prod EU', 'organization_id': '%s'}".formatted(organization));
        String ada = made(
                "/arize/v2/users",
                "{'name': 'Ada L.', 'email': '%s', 'role': {'type': 'PREDEFINED', 'name': 'MEMBER'}, 'invite_mode': 'NONE'}"
                        .formatted(ADA));
        put("/arize/v2/organizations/" + organization, ada, "MEMBER");
        put("/arize/v2/spaces/" + space, ada, "READ_ONLY");

        JsonNode person = olga.get("/v1/users/" + ownId(ada)).body();
        assertThat(person.path("email").asText()).isEqualTo(ADA);
        assertThat(person.path("display_name").asText()).isEqualTo("Ada L.");
        assertThat(person.path("role").asText()).isEqualTo("member");
        assertThat(person.path("developer").asBoolean()).isTrue();
        assertThat(members(space)).containsExactly("viewer");
        assertThat(argillaMembers(space)).containsExactly(ADA);
        assertThat(roster(0, "members", "list", "prod-eu", "--output", "csv")).contains(ADA, ",viewer,");
        roster(0, "can", ADA, "dataset:read", "prod-eu");
        roster(1, "can", ADA, "dataset:create", "prod-eu");

        put("/arize/v2/spaces/" + space, ada, "MEMBER");

        assertThat(members(space)).containsExactly("member");
        roster(0, "can", ADA, "dataset:create", "prod-eu");

        Api herself = olga.as(roster(0, "token", "show", ADA).strip());
        assertThat(herself.get("/v1/me").text("username")).isEqualTo(ADA);
        assertThat(herself.atArgilla().get("/argilla/api/v1/me").text("username"))
                .isEqualTo(ADA);
        assertThat(names(herself.get("/arize/v2/spaces"), "spaces")).containsExactly("Prod EU");
        assertThat(herself.get("/arize/v2/users/" + ada).text("name")).isEqualTo("Ada L.");

        assertThat(olga.delete("/arize/v2/users/" + ada).status()).isEqualTo(204);

        assertThat(herself.get("/v1/me").status()).isEqualTo(401);
        assertThat(herself.get("/arize/v2/spaces").status()).isEqualTo(401);
        assertThat(herself.atArgilla().get("/argilla/api/v1/me").status()).isEqualTo(401);
        assertThat(argillaMembers(space)).isEmpty();
        assertThat(roster(0, "users", "list", "--status", "deleted", "--output", "csv"))
                .contains(ADA);
        assertThat(actions(ada, "arize"))
                .containsExactly(
                        "user.invite", "organization-member.add", "member.add", "member.update", "user.delete");
        assertThat(roster(0, "audit", "--door", "arize", "--output", "csv")).contains("user.delete", ADA, "olga");
    }

    /** A life through the other doors, as Arize's shows it. */
    @Test
    void whatOtherDoorsDoIsSeenAndRightAtArizes() throws Exception {
        roster(0, "users", "create", "bo", "--email", BO, "--role", "member", "--display-name", "Bo M.");
        JsonNode bo = only(olga.get("/arize/v2/users?email=" + BO), "users");
        String id = bo.path("id").asText();
        assertThat(bo.path("name").asText()).isEqualTo("Bo M.");
        assertThat(bo.path("status").asText()).isEqualTo("ACTIVE");
        assertThat(bo.path("role").toString()).isEqualTo(json("{'type':'PREDEFINED','name':'MEMBER'}"));

        String workspace = olga.post("/v1/workspaces", json("{'name': 'legal', 'title': 'Legal EU'}"))
                .text("id");
        assertThat(olga.atArgilla()
                        .post(
                                "/argilla/api/v1/workspaces/" + workspace + "/users",
                                json("{'user_id': '%s'}".formatted(ownId(id))))
                        .status())
                .isEqualTo(201);
        roster(0, "members", "set-role", "legal", "bo", "--role", "viewer");
        Api himself = olga.as(roster(0, "token", "show", "bo").strip());
        assertThat(names(himself.get("/arize/v2/spaces"), "spaces")).containsExactly("Legal EU");

        roster(0, "roles", "create", "Clerk", "--permission", "dataset:read", "--permission", "dataset:restrict");
        roster(0, "grants", "create", "legal", "bo", "--role", "Clerk");
        JsonNode role = only(olga.get("/arize/v2/roles?is_predefined=false"), "roles");
        JsonNode binding = only(olga.get("/arize/v2/role-bindings?resource_type=SPACE&user_id=" + id), "role_bindings");
        assertThat(role.path("permissions").toString()).isEqualTo(json("['PROJECT_READ','PROJECT_RESTRICT']"));
        assertThat(binding.path("role_id")).isEqualTo(role.path("id"));
        assertThat(ownId(binding.path("resource_id").asText())).isEqualTo(workspace);

        assertThat(olga.patch("/v1/users/" + ownId(id), json("{'role': 'owner'}"))
                        .status())
                .isEqualTo(200);
        assertThat(olga.get("/arize/v2/users/" + id).body().at("/role/name").asText())
                .isEqualTo("ADMIN");

        roster(0, "users", "deactivate", "bo");
        assertThat(olga.get("/arize/v2/users/" + id).status()).isEqualTo(404);
        assertThat(himself.get("/arize/v2/spaces").status()).isEqualTo(401);
        assertThat(olga.post("/v1/users/" + ownId(id) + "/reactivate", "").status())
                .isEqualTo(200);
        assertThat(olga.get("/arize/v2/users/" + id).text("status")).isEqualTo("ACTIVE");

        assertThat(olga.atArgilla().delete("/argilla/api/v1/users/" + ownId(id)).status())
                .isEqualTo(200);

        assertThat(olga.get("/arize/v2/users/" + id).status()).isEqualTo(404);
        assertThat(olga.delete("/arize/v2/users/" + id).status()).isEqualTo(204);
        assertThat(olga.get("/arize/v2/role-bindings?resource_type=SPACE")
                        .body()
                        .path("role_bindings"))
                .isEmpty();
        assertThat(actions(id, "arize")).isEmpty();
        assertThat(actions(id, "argilla")).containsExactly("member.add", "user.delete");
        assertThat(actions(id, "api")).containsExactly("user.update", "user.reactivate");
        assertThat(actions(id, "cli"))
                .containsExactly("user.create", "member.update", "grant.create", "user.deactivate");
    }

    private String made(String path, String body) throws Exception {
        Api.Answer answer = olga.post(path, json(body));
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        return answer.text("id");
    }

    private void put(String place, String user, String role) throws Exception {
        Api.Answer answer = olga.post(
                place + "/users",
                json("{'user_id': '%s', 'role': {'type': 'PREDEFINED', 'name': '%s'}}".formatted(user, role)));
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    }

    private List<String> members(String space) throws Exception {
        return olga.get("/v1/workspaces/" + ownId(space) + "/members")
                .body()
                .path("items")
                .valueStream()
                .map(member -> member.path("role").asText())
                .toList();
    }

    private List<String> argillaMembers(String space) throws Exception {
        return olga.atArgilla()
                .get("/argilla/api/v1/workspaces/" + ownId(space) + "/users")
                .body()
                .path("items")
                .valueStream()
                .map(member -> member.path("username").asText())
                .toList();
    }

    private static List<String> names(Api.Answer answer, String plural) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return answer.body()
                .path(plural)
                .valueStream()
                .map(thing -> thing.path("name").asText())
                .toList();
    }

    private static JsonNode only(Api.Answer answer, String plural) {
        assertThat(answer.body().path(plural)).as("%s", answer).hasSize(1);
        return answer.body().path(plural).get(0);
    }

    /** What was done with somebody through a door, oldest first. */
    private List<String> actions(String person, String door) throws Exception {
        List<String> actions = new ArrayList<>(olga.get("/v1/audit-events?limit=200&door=" + door)
                .body()
                .path("items")
                .valueStream()
                .filter(event -> event.toString().contains(ownId(person)))
                .map(event -> event.path("action").asText())
                .toList());
        Collections.reverse(actions);
        return actions;
    }

    /** The id in Roster that one of Arize's door stands for. */
    private static String ownId(String id) {
        String decoded = new String(Base64.getDecoder().decode(id), StandardCharsets.UTF_8);
        return decoded.substring(decoded.indexOf(':') + 1);
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    /** Runs a command beside the server and returns what it printed. */
    private String roster(int exitCode, String... arguments) throws Exception {
        RosterProcess.Ended ended = RosterProcess.command(environment(), arguments);
        assertThat(ended.exitCode()).as("%s %s", ended.out(), ended.err()).isEqualTo(exitCode);
        return ended.out();
    }
}
