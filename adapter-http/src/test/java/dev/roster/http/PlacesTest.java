package dev.roster.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roster.http.TestServer.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Organizations, custom roles and grants, over HTTP. */
class PlacesTest {
    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void anOrganizationIsMadeShownAndDeletedWithAllInIt() {
        Answer made = world.send("ada", "POST", "/v1/organizations", "{'name': 'Clinic', 'description': 'Scans'}");
        String path = made.header("Location");
        world.send("ada", "POST", "/v1/workspaces", "{'name': 'x-rays', 'organization_id': '" + made.at("/id") + "'}");
        world.send("ada", "POST", path + "/members", "{'user_id': '" + world.noa + "'}");

        Answer contents = world.get("ada", path + "/contents");

        assertThat(made.status()).isEqualTo(201);
        assertThat(path).isEqualTo("/v1/organizations/" + made.at("/id"));
        assertThat(world.get("ada", path).at("/description")).isEqualTo("Scans");
        assertThat(contents.text()).isEqualTo("{\"members\":1,\"guests\":0,\"workspaces\":1,\"datasets\":0}");
        assertThat(world.delete("ada", path).status()).isEqualTo(204);
        assertThat(world.get("ada", path).status()).isEqualTo(404);
    }

    @Test
    void theDefaultOrganizationStays() {
        String path = "/v1/organizations/" + world.server.given().organization().id();

        Answer refused = world.delete("ada", path);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.at("/errors/0/field")).isEqualTo("organization");
        assertThat(world.get("ada", path + "/contents").status()).isEqualTo(409);
    }

    @Test
    void nobodyTakesTheNameOfAnotherOrganization() {
        world.send("ada", "POST", "/v1/organizations", "{'name': 'Clinic'}");

        Answer again = world.send("ada", "POST", "/v1/organizations", "{'name': 'CLINIC'}");

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.at("/errors/0/field")).isEqualTo("name");
    }

    @Test
    void membersOfAnOrganizationComeChangeAndGo() {
        Answer clinic = world.send("ada", "POST", "/v1/organizations", "{'name': 'Clinic'}");
        String members = clinic.header("Location") + "/members";
        String body = "{'user_id': '" + world.noa + "', 'role': 'viewer'}";

        Answer added = world.send("ada", "POST", members, body);

        assertThat(added.status()).isEqualTo(201);
        assertThat(added.at("/role")).isEqualTo("viewer");
        assertThat(world.send("ada", "POST", members, body).status()).isEqualTo(409);
        assertThat(world.get("ada", members).at("/items/0/user/username")).isEqualTo("noa");
        Answer cleared = world.send("ada", "PATCH", members + "/" + world.noa, "{'role': null}");
        assertThat(cleared.json().at("/role").isNull()).isTrue();
        assertThat(world.delete("ada", members + "/" + world.noa).status()).isEqualTo(204);
        assertThat(world.delete("ada", members + "/" + world.noa).status()).isEqualTo(404);
    }

    @Test
    void aCustomRoleIsMadeFoundChangedAndDeleted() {
        Answer made = world.send("ada", "POST", "/v1/roles", """
                {'name': 'commenter', 'permissions': ['dataset:read', 'dataset:update'],
                 'assigned_only': ['dataset:update'], 'reaches_workspaces': true}
                """);
        String path = made.header("Location");

        Answer changed = world.send(
                "ada", "PATCH", path, "{'name': 'reader', 'permissions': ['dataset:read'], 'description': 'Looks'}");

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().at("/assigned_only")).hasSize(1);
        assertThat(changed.at("/name")).isEqualTo("reader");
        assertThat(changed.json().at("/permissions")).hasSize(1);
        assertThat(changed.json().at("/assigned_only")).isEmpty();
        assertThat(changed.json().at("/reaches_workspaces").asBoolean()).isTrue();
        assertThat(changed.at("/updated_at")).startsWith("20");
        assertThat(world.get("ada", "/v1/roles?predefined=false").json().at("/items"))
                .hasSize(1);
        assertThat(world.get("ada", "/v1/roles?predefined=true").json().at("/items"))
                .hasSize(7)
                .allMatch(role -> role.path("created_at").isNull());
        assertThat(world.get("ada", "/v1/roles?predefined=maybe").at("/errors/0/field"))
                .isEqualTo("predefined");
        assertThat(world.delete("ada", path).status()).isEqualTo(204);
    }

    @Test
    void aRoleTellsWhetherItChangedSinceItWasSeen() {
        Answer made = world.send("ada", "POST", "/v1/roles", "{'name': 'reader', 'permissions': ['dataset:read']}");
        String path = made.header("Location");
        String tag = world.get("ada", path).header("ETag");

        assertThat(world.ask("ada", "GET", path)
                        .header("If-None-Match", tag)
                        .send()
                        .status())
                .isEqualTo(304);
        world.send("ada", "PATCH", path, "{'description': 'Looks'}");
        assertThat(world.ask("ada", "GET", path)
                        .header("If-None-Match", tag)
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aPreviewTellsWhoGainsAndLosesWhatAndChangesNothing() {
        String path = reader();
        member("noa", "reader");

        Answer preview = world.send("ada", "POST", path + "/preview", "{'permissions': ['dataset:update']}");

        JsonNode noa = preview.json().at("/items/0");
        assertThat(preview.json().at("/items")).hasSize(1);
        assertThat(noa.at("/user/username").asText()).isEqualTo("noa");
        assertThat(noa.at("/effects/0/place/name").asText()).isEqualTo("legal");
        assertThat(noa.at("/effects/0/gained").toString()).isEqualTo("[\"dataset:update\"]");
        assertThat(noa.at("/effects/0/lost").toString()).isEqualTo("[\"dataset:read\"]");
        assertThat(world.get("ada", path).json().at("/permissions").toString()).isEqualTo("[\"dataset:read\"]");
    }

    @Test
    void aPreviewComesInParts() {
        String path = reader();
        member("noa", "reader");
        member("vic", "reader");
        String change = "{'permissions': ['dataset:update']}";

        Answer first = world.send("ada", "POST", path + "/preview?limit=1", change);
        Answer second = world.send("ada", "POST", path + "/preview?limit=1&cursor=" + first.at("/next_cursor"), change);

        assertThat(first.json().at("/items")).hasSize(1);
        assertThat(second.json().at("/items")).hasSize(1);
        assertThat(second.at("/items/0/user/id")).isNotEqualTo(first.at("/items/0/user/id"));
        assertThat(second.json().at("/next_cursor").isNull()).isTrue();
    }

    @Test
    void aRoleInUseGoesOnlyWhenItsHoldersGetAnother() {
        String path = reader();
        member("noa", "reader");

        Answer refused = world.delete("ada", path);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().at("/blockers").toString()).isEqualTo("[\"noa\"]");
        assertThat(world.delete("ada", path + "?reassign=viewer").status()).isEqualTo(204);
        assertThat(world.get("ada", "/v1/workspaces/" + world.legal.id() + "/members")
                        .json()
                        .at("/items")
                        .findValuesAsText("role"))
                .contains("viewer");
    }

    @Test
    void predefinedRolesStayAsTheyAre() {
        String viewer = "/v1/roles/00000000-0000-8000-8000-000000000004";

        assertThat(world.send("ada", "PATCH", viewer, "{'description': 'x'}").status())
                .isEqualTo(409);
        assertThat(world.delete("ada", viewer).status()).isEqualTo(409);
    }

    @Test
    void aRegisteredPermissionCanBePutIntoARoleAndAskedFor() {
        String role = "{'name': 'looker', 'permissions': ['arize:DASHBOARD_READ']}";
        Answer early = world.send("ada", "POST", "/v1/roles", role);
        Answer first =
                world.send("ada", "POST", "/v1/permissions", "{'name': 'arize:DASHBOARD_READ', 'description': 'Look'}");
        Answer again = world.send(
                "ada", "POST", "/v1/permissions", "{'name': 'arize:DASHBOARD_READ', 'description': 'Other'}");

        assertThat(early.status()).isEqualTo(400);
        assertThat(early.at("/errors/0/field")).isEqualTo("permissions");
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.json().at("/registered").asBoolean()).isTrue();
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.at("/description")).isEqualTo("Look");
        assertThat(world.send("ada", "POST", "/v1/roles", role).status()).isEqualTo(201);
        assertThat(world.get("ada", "/v1/who-may?kind=instance&permission=arize:DASHBOARD_READ")
                        .status())
                .isEqualTo(200);
        assertThat(world.get("ada", "/v1/who-may?kind=instance&permission=arize:NOBODY_KNOWS")
                        .at("/errors/0/field"))
                .isEqualTo("permission");
    }

    @Test
    void aGrantIsGivenChangedAndTakenBack() {
        Answer given = world.send(
                "ada",
                "POST",
                "/v1/grants",
                "{'user_id': '" + world.noa + "', 'role': 'viewer', 'dataset_id': '" + world.scans.id() + "'}");
        String path = given.header("Location");

        assertThat(given.status()).isEqualTo(201);
        assertThat(given.at("/dataset/name")).isEqualTo("scans");
        assertThat(given.at("/workspace/name")).isEqualTo("medical");
        assertThat(world.get("noa", "/v1/datasets/" + world.scans.id()).status())
                .isEqualTo(200);
        assertThat(world.get("noa", path).status()).isEqualTo(200);
        assertThat(world.get("noa", "/v1/grants?user_id=" + world.noa).json().at("/items"))
                .hasSize(1);
        assertThat(world.get("max", "/v1/grants?workspace_id=" + world.medical.id())
                        .status())
                .isEqualTo(403);
        assertThat(world.send("ada", "PATCH", path, "{'role': 'admin'}").at("/role"))
                .isEqualTo("admin");
        assertThat(world.delete("ada", path).status()).isEqualTo(204);
        assertThat(world.get("noa", "/v1/datasets/" + world.scans.id()).status())
                .isEqualTo(403);
    }

    @Test
    void aGrantIsOnOneThing() {
        String both = "{'user_id': '%s', 'role': 'viewer', 'workspace_id': '%s', 'dataset_id': '%s'}"
                .formatted(world.noa, world.legal.id(), world.contracts.id());
        String none = "{'user_id': '%s', 'role': 'viewer'}".formatted(world.noa);

        assertThat(world.send("ada", "POST", "/v1/grants", both).at("/errors/0/field"))
                .isEqualTo("workspace_id");
        assertThat(world.send("ada", "POST", "/v1/grants", none).status()).isEqualTo(400);
    }

    @Test
    void aRestrictionIsPutOnAndLifted() {
        String dataset = "/v1/datasets/" + world.contracts.id();

        Answer restricted = world.ask("max", "PUT", dataset + "/restriction").send();

        assertThat(restricted.json().at("/restricted").asBoolean()).isTrue();
        assertThat(world.get("noa", dataset).status()).isEqualTo(403);
        assertThat(world.delete("max", dataset + "/restriction").status()).isEqualTo(204);
        assertThat(world.get("noa", dataset).json().at("/restricted").asBoolean())
                .isFalse();
    }

    private String reader() {
        return world.send("ada", "POST", "/v1/roles", "{'name': 'reader', 'permissions': ['dataset:read']}")
                .header("Location");
    }

    private void member(String name, String role) {
        String id = world.get("ada", "/v1/users?search=" + name).at("/items/0/id");
        String path = "/v1/workspaces/" + world.legal.id() + "/members/" + id;
        assertThat(world.send("ada", "PATCH", path, "{'role': '" + role + "'}").status())
                .isEqualTo(200);
    }
}
