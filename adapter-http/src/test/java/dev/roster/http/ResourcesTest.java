package dev.roster.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roster.application.given.Given;
import dev.roster.application.port.MailUndeliveredException;
import dev.roster.domain.credential.SecretText;
import dev.roster.http.TestServer.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What each resource does when all goes well, and the conflicts that are its own. */
class ResourcesTest {
    private World world;

    @BeforeEach
    void start() {
        world = new World();
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private Answer get(String name, String path) {
        return world.ask(name, "GET", path).send();
    }

    private Answer send(String name, String method, String path, String json) {
        return world.ask(name, method, path).json(json).send();
    }

    @Test
    void changesOnesOwnNamesAndKeepsTheRest() {
        send("noa", "PATCH", "/v1/me", "{\"last_name\":\"Levi\",\"display_name\":\"N.\"}");

        Answer answer = send("noa", "PATCH", "/v1/me", "{\"display_name\":null}");

        assertThat(answer.at("/last_name")).isEqualTo("Levi");
        assertThat(answer.json().at("/display_name").isNull()).isTrue();
        assertThat(get("noa", "/v1/me").json()).isEqualTo(answer.json());
        assertThat(send("noa", "PATCH", "/v1/me", "{\"role\":\"owner\"}").status())
                .isEqualTo(400);
    }

    @Test
    void pronounsAreTakenShownChangedAndTakenAway() {
        Answer made = send("ada", "POST", "/v1/users", "{\"username\":\"kim\",\"pronouns\":\" e\u0301l \"}");
        String path = "/v1/users/" + made.at("/id");

        assertThat(made.at("/pronouns")).isEqualTo("\u00E9l");
        assertThat(get("ada", path).at("/pronouns")).isEqualTo("\u00E9l");
        assertThat(send("ada", "PATCH", path, "{\"pronouns\":\"they/them\"}").at("/pronouns"))
                .isEqualTo("they/them");
        assertThat(send("ada", "PATCH", path, "{\"last_name\":\"Park\"}").at("/pronouns"))
                .isEqualTo("they/them");
        assertThat(send("ada", "PATCH", path, "{\"pronouns\":null}")
                        .json()
                        .at("/pronouns")
                        .isNull())
                .isTrue();
        assertThat(send("ada", "PATCH", path, "{\"pronouns\":\"%s\"}".formatted("x".repeat(51)))
                        .at("/errors/0/field"))
                .isEqualTo("pronouns");
    }

    @Test
    void anEmptyPhoneNumberIsNone() {
        send("noa", "PATCH", "/v1/me", "{\"phone\":\"+49 30 901820\"}");
        Answer own = send("noa", "PATCH", "/v1/me", "{\"phone\":\"\"}");
        Answer made = send("ada", "POST", "/v1/users", "{\"username\":\"kim\",\"phone\":\"+49 30 901820\"}");
        Answer changed = send("ada", "PATCH", "/v1/users/" + made.at("/id"), "{\"phone\":\"\"}");

        assertThat(own.status()).isEqualTo(200);
        assertThat(own.json().at("/phone").isNull()).isTrue();
        assertThat(made.at("/phone")).isEqualTo("+49 30 901820");
        assertThat(changed.json().at("/phone").isNull()).isTrue();
        assertThat(send("noa", "PATCH", "/v1/me", "{\"last_name\":\"\"}").status())
                .isEqualTo(400);
    }

    @Test
    void ownPronounsAreOnesOwnToChange() {
        send("noa", "PATCH", "/v1/me", "{\"pronouns\":\"she/her\"}");

        assertThat(get("noa", "/v1/me").at("/pronouns")).isEqualTo("she/her");
        assertThat(send("noa", "PATCH", "/v1/me", "{\"pronouns\":null}")
                        .json()
                        .at("/pronouns")
                        .isNull())
                .isTrue();
    }

    @Test
    void changesOnesOwnPassword() {
        Answer wrong =
                send("noa", "PUT", "/v1/me/password", "{\"current_password\":\"x\",\"password\":\"long enough\"}");
        Answer right = send(
                "noa",
                "PUT",
                "/v1/me/password",
                "{\"current_password\":\"correct horse\",\"password\":\"long enough\"}");

        assertThat(wrong.at("/errors/0/field")).isEqualTo("current_password");
        assertThat(right.status()).isEqualTo(204);
        assertThat(logIn("noa", "long enough").status()).isEqualTo(201);
        assertThat(logIn("noa", "correct horse").status()).isEqualTo(401);
    }

    @Test
    void testMailGoesOutOrSaysWhyNot() {
        String body = "{\"address\":\"ana@example.org\"}";
        Answer sent = send("ada", "POST", "/v1/mail/test", body);
        world.server
                .fakes()
                .mailCarrier()
                .failWith(MailUndeliveredException.permanent("the mail server refused the recipient", "550 no", null));

        Answer refused = send("ada", "POST", "/v1/mail/test", body);

        assertThat(sent.status()).isEqualTo(200);
        assertThat(sent.at("/destination")).isEqualTo("mail.example.org:587");
        assertThat(world.server.fakes().mailCarrier().carried()).hasSize(1);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.at("/detail")).isEqualTo("the mail server refused the recipient, it said `550 no`");
        assertThat(get("ada", "/v1/mail").at("/waiting")).isEqualTo("0");
    }

    private Answer logIn(String login, String password) {
        return send("", "POST", "/v1/sessions", "{\"login\":\"" + login + "\",\"password\":\"" + password + "\"}");
    }

    @Test
    void showsAndRenewsTheToken() {
        assertThat(get("noa", "/v1/me/token").at("/user_token")).isEqualTo("noa-token");

        Answer renewed = world.ask("noa", "POST", "/v1/me/token").send();

        assertThat(renewed.status()).isEqualTo(201);
        assertThat(get("noa", "/v1/me").status()).isEqualTo(401);
        assertThat(world.server
                        .ask("GET", "/v1/me")
                        .as(renewed.at("/user_token"))
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void opensListsAndEndsSessions() {
        Answer first = logIn("noa@example.org", "correct horse");
        String second = logIn("NOA", "correct horse").at("/key");
        Answer listed = world.server.ask("GET", "/v1/me/sessions").as(second).send();

        assertThat(first.at("/user/username")).isEqualTo("noa");
        assertThat(listed.json().at("/items")).hasSize(2);
        assertThat(listed.text()).doesNotContain(second);
        assertThat(world.ask("ada", "GET", "/v1/users/" + world.noa + "/sessions")
                        .send()
                        .json()
                        .at("/items"))
                .hasSize(2);
        assertThat(world.server
                        .ask("DELETE", "/v1/me/sessions")
                        .as(second)
                        .send()
                        .status())
                .isEqualTo(204);
        assertThat(world.server.ask("GET", "/v1/me").as(first.at("/key")).send().status())
                .isEqualTo(401);
        assertThat(world.server
                        .ask("DELETE", "/v1/sessions/current")
                        .as(second)
                        .send()
                        .status())
                .isEqualTo(204);
        assertThat(world.server.ask("GET", "/v1/me").as(second).send().status()).isEqualTo(401);
        assertThat(world.ask("noa", "DELETE", "/v1/sessions/current").send().status())
                .isEqualTo(404);
    }

    @Test
    void endsOneSession() {
        Answer opened = logIn("noa", "correct horse");
        String path = "/v1/me/sessions/" + opened.at("/session/id");

        assertThat(world.ask("zoe", "DELETE", path).send().status()).isEqualTo(404);
        assertThat(world.ask("noa", "DELETE", path).send().status()).isEqualTo(204);
        assertThat(world.ask("noa", "DELETE", path).send().status()).isEqualTo(404);
    }

    @Test
    void tellsNobodyWhichAccountsExist() {
        assertThat(logIn("nobody", "correct horse").text())
                .isEqualTo(logIn("noa", "wrong horse").text());
    }

    @Test
    void listsAndCountsUsersByConditions() {
        assertThat(get("ada", "/v1/users/count").at("/count")).isEqualTo("6");
        assertThat(get("ada", "/v1/users/count?role=annotator").at("/count")).isEqualTo("2");
        assertThat(get("ada", "/v1/users?role=Owner").at("/items/0/username")).isEqualTo("ada");
        assertThat(get("ada", "/v1/users?workspace_id=" + world.medical.id()).at("/items/0/username"))
                .isEqualTo("zoe");
        assertThat(get("ada", "/v1/users?search=ZOE%40EX").json().at("/items")).hasSize(1);
        world.ask("ada", "POST", "/v1/users/" + world.zoe + "/deactivate").send();
        assertThat(get("ada", "/v1/users/count?status=deactivated&status=deleted")
                        .at("/count"))
                .isEqualTo("1");
        assertThat(get("ada", "/v1/users?role=no+such+role").status()).isEqualTo(404);
    }

    @Test
    void changesDeactivatesAndDeletesUsers() {
        String path = "/v1/users/" + world.zoe;

        assertThat(send("ada", "PATCH", path, "{\"role\":\"viewer\",\"email\":null}")
                        .at("/role"))
                .isEqualTo("viewer");
        assertThat(world.ask("ada", "POST", path + "/deactivate").send().at("/status"))
                .isEqualTo("deactivated");
        assertThat(get("zoe", "/v1/me").status()).isEqualTo(401);
        assertThat(world.ask("ada", "POST", path + "/reactivate").send().at("/status"))
                .isEqualTo("active");
        assertThat(get("zoe", "/v1/me").status()).isEqualTo(200);
        assertThat(world.ask("ada", "DELETE", path).send().status()).isEqualTo(204);
        assertThat(get("ada", path).status()).isEqualTo(404);
        assertThat(get("zoe", "/v1/me").status()).isEqualTo(401);
    }

    @Test
    void keepsTheLastOwner() {
        Answer answer = world.ask("ada", "DELETE", "/v1/users/" + world.ada).send();

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.at("/errors/0/field")).isEqualTo("role");
    }

    @Test
    void refusesANameThatIsTaken() {
        Answer answer = send("ada", "POST", "/v1/users", "{\"username\":\"NOA\"}");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.at("/errors/0/field")).isEqualTo("username");
    }

    @Test
    void makesUsersWithEverythingGiven() {
        Answer answer = send("ada", "POST", "/v1/users", """
                {"id": "019c1a2b-3c4d-7e5f-8a9b-0c1d2e3f4a5b", "username": "kim", "email": "kim@example.org",
                 "first_name": "Kim", "last_name": "Park", "display_name": "K", "role": "viewer",
                 "password": "correct horse", "user_token": "kim-of-thirty-two-letters-or-so-token", "workspaces": ["%s"]}
                """.formatted(world.legal.id()));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.at("/id")).isEqualTo("019c1a2b-3c4d-7e5f-8a9b-0c1d2e3f4a5b");
        assertThat(get("kim-of-thirty-two-letters-or-so", "/v1/me/workspaces").at("/items/0/workspace/name"))
                .isEqualTo("legal");
        assertThat(get("ada", "/v1/users/" + answer.at("/id") + "/workspaces")
                        .json()
                        .at("/items"))
                .hasSize(1);
    }

    @Test
    void showsAndChangesOrganizations() {
        String path = "/v1/organizations/" + world.server.given().organization().id();

        assertThat(get("ada", "/v1/organizations?name=DEF").json().at("/items")).hasSize(1);
        assertThat(get("noa", path).at("/name")).isEqualTo("default");
        assertThat(send("ada", "PATCH", path, "{\"name\":\"Acme\",\"description\":\"All of us\"}")
                        .at("/description"))
                .isEqualTo("All of us");
        assertThat(send("ada", "PATCH", path, "{\"description\":null}").at("/description"))
                .isEmpty();
    }

    @Test
    void makesRenamesAndDeletesWorkspaces() {
        Answer made = send("ada", "POST", "/v1/workspaces", "{\"name\":\"sales\",\"title\":\"Sales and more\"}");
        String path = made.header("Location");

        assertThat(made.status()).isEqualTo(201);
        assertThat(get("ada", path).json()).isEqualTo(made.json());
        assertThat(send("ada", "PATCH", path, "{\"name\":\"trade\"}").at("/name"))
                .isEqualTo("trade");
        assertThat(get("ada", "/v1/workspaces?name=TRA").json().at("/items")).hasSize(1);
        assertThat(get("noa", "/v1/workspaces").json().at("/items")).hasSize(1);
        assertThat(world.ask("ada", "DELETE", path).send().status()).isEqualTo(204);
        assertThat(get("ada", path).status()).isEqualTo(404);
    }

    @Test
    void aTitleIsEnoughForAWorkspace() {
        Answer made = send("ada", "POST", "/v1/workspaces", "{\"title\":\"Prod EU\",\"name\":null}");

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.at("/name")).isEqualTo("prod-eu");
        assertThat(made.at("/title")).isEqualTo("Prod EU");
        assertThat(get("ada", "/v1/workspaces?title=D%20e").at("/items/0/name")).isEqualTo("prod-eu");
        assertThat(get("ada", "/v1/workspaces?title=d-e").json().at("/items")).isEmpty();
        Answer neither = send("ada", "POST", "/v1/workspaces", "{}");
        assertThat(neither.status()).isEqualTo(400);
        assertThat(neither.at("/errors/0/field")).isEqualTo("name");
        assertThat(neither.at("/detail")).contains("there is no title to derive it from");
        Answer taken = send("ada", "POST", "/v1/workspaces", "{\"name\":\"prod\",\"title\":\"PROD EU\"}");
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.at("/errors/0/field")).isEqualTo("title");
    }

    @Test
    void namesTheDatasetsThatBlockADeletion() {
        Answer answer =
                world.ask("ada", "DELETE", "/v1/workspaces/" + world.legal.id()).send();

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.at("/blockers/0")).isEqualTo("contracts");
    }

    @Test
    void addsChangesAndRemovesMembers() {
        String members = "/v1/workspaces/" + world.legal.id() + "/members";
        String zoe = members + "/" + world.zoe;

        Answer added = send("max", "POST", members, "{\"user_id\":\"" + world.zoe + "\",\"role\":\"viewer\"}");

        assertThat(added.status()).isEqualTo(201);
        assertThat(added.at("/role")).isEqualTo("viewer");
        assertThat(added.text()).doesNotContain("example.org");
        assertThat(send("max", "POST", members, "{\"user_id\":\"" + world.zoe + "\"}")
                        .status())
                .isEqualTo(409);
        assertThat(send("max", "PATCH", zoe, "{\"role\":null}")
                        .json()
                        .at("/role")
                        .isNull())
                .isTrue();
        assertThat(send("max", "PATCH", zoe, "{}").at("/errors/0/field")).isEqualTo("role");
        assertThat(send("max", "PATCH", zoe, "{\"role\":\"owner\"}").status()).isEqualTo(400);
        assertThat(get("amy", members + "?limit=4").json().at("/items")).hasSize(4);
        assertThat(world.ask("amy", "DELETE", zoe).send().status()).isEqualTo(204);
        assertThat(world.ask("amy", "DELETE", zoe).send().status()).isEqualTo(404);
    }

    @Test
    void registersAssignsAndCreditsDatasets() {
        Answer made = send(
                "amy", "POST", "/v1/datasets", "{\"workspace_id\":\"" + world.legal.id() + "\",\"name\":\"briefs\"}");
        String path = made.header("Location");
        String noa = "{\"user_id\":\"" + world.noa + "\"}";

        assertThat(get("amy", path).json()).isEqualTo(made.json());
        assertThat(send("amy", "POST", path + "/assignees", noa).status()).isEqualTo(201);
        assertThat(send("amy", "POST", path + "/assignees", noa).status()).isEqualTo(409);
        assertThat(get("noa", path).at("/access")).isEqualTo("assigned");
        assertThat(get("amy", path + "/assignees").at("/items/0/user/username")).isEqualTo("noa");
        assertThat(send("noa", "POST", path + "/contributions", "{\"count\":3}").at("/count"))
                .isEqualTo("3");
        assertThat(send(
                                "amy",
                                "POST",
                                path + "/contributions",
                                "{\"user_id\":\"" + world.noa + "\",\"count\":2,\"at\":\"2026-03-01T10:00:00+01:00\"}")
                        .at("/count"))
                .isEqualTo("5");
        assertThat(get("amy", path + "/contributions").at("/items/0/user/name")).isEqualTo("noa");
        assertThat(get("noa", "/v1/me/contributions").at("/items/0/dataset/name"))
                .isEqualTo("briefs");
        assertThat(get("ada", "/v1/users/" + world.noa + "/contributions")
                        .json()
                        .at("/items"))
                .hasSize(1);
        assertThat(world.ask("amy", "DELETE", path + "/assignees/" + world.noa)
                        .send()
                        .status())
                .isEqualTo(204);
        assertThat(send("amy", "PATCH", path, "{\"access\":\"workspace\",\"name\":\"files\"}")
                        .at("/name"))
                .isEqualTo("files");
        assertThat(get("noa", "/v1/datasets?name=FIL&workspace_id=" + world.legal.id())
                        .json()
                        .at("/items"))
                .hasSize(1);
        assertThat(world.ask("amy", "DELETE", path).send().status()).isEqualTo(204);
    }

    @Test
    void workspaceIsRenamedAndRetitledAtOnce() {
        String path = "/v1/workspaces/" + world.legal.id();

        Answer both = send("ada", "PATCH", path, "{\"name\": \"law\", \"title\": \"Law team\"}");
        Answer none = send("ada", "PATCH", path, "{\"title\": null}");
        Answer wrong = send("ada", "PATCH", path, "{\"name\": \"legal\", \"title\": 7}");

        assertThat(both.at("/title")).isEqualTo("Law team");
        assertThat(none.json().at("/title").isNull()).isTrue();
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(get("ada", path).at("/name")).isEqualTo("law");
    }

    @Test
    void workspaceIsDescribed() {
        Answer made =
                world.send("ada", "POST", "/v1/workspaces", "{'name': 'press', 'description': ' Says it to all\\n'}");
        String path = "/v1/workspaces/" + made.at("/id");

        Answer changed = world.send("ada", "PATCH", path, "{'description': 'Says it\\nto all'}");
        Answer none = world.send("ada", "PATCH", path, "{'description': null}");
        Answer tooLong = world.send("ada", "PATCH", path, "{'description': '" + "x".repeat(1_001) + "'}");

        assertThat(made.at("/description")).isEqualTo("Says it to all");
        assertThat(changed.at("/description")).isEqualTo("Says it\nto all");
        assertThat(none.at("/description")).isEmpty();
        assertThat(tooLong.at("/errors/0/field")).isEqualTo("description");
        assertThat(world.send("ada", "POST", "/v1/workspaces", "{'name': 'quiet'}")
                        .at("/description"))
                .isEmpty();
    }

    @Test
    void listsRolesAndPermissions() {
        Answer roles = get("ada", "/v1/roles");
        JsonNode permissions = get("noa", "/v1/permissions").json().at("/items");

        assertThat(roles.json().at("/items")).hasSize(7);
        assertThat(get("ada", "/v1/roles/" + roles.at("/items/0/id")).at("/name"))
                .isEqualTo("owner");
        assertThat(permissions).hasSize(37);
        assertThat(permissions.findValuesAsText("name")).contains("dataset:read");
        assertThat(permissions.get(0).at("/registered").asBoolean()).isFalse();
        assertThat(permissions.get(0).at("/level").asText()).isEqualTo("instance");
        assertThat(permissions.get(0).at("/reach/annotator").asText()).isEqualTo("nowhere");
    }

    @Test
    void decidesWithReasons() {
        String body = """
                {"questions": [
                  {"permission": "dataset:annotate", "target": {"kind": "dataset", "id": "%s"}},
                  {"permission": "dataset:annotate", "target": {"kind": "dataset", "id": "%s"}},
                  {"permission": "user:create", "target": {"kind": "instance"}},
                  {"permission": "dataset:read", "target": {"kind": "dataset", "id": "019c1a2b-3c4d-7e5f-8a9b-0c1d2e3f4a5b"}}]}
                """.formatted(world.contracts.id(), world.scans.id());

        JsonNode items = send("noa", "POST", "/v1/decisions", body).json().at("/items");

        assertThat(items.findValuesAsText("allowed")).containsExactly("true", "false", "false", "false");
        assertThat(items.get(0).has("missing")).isFalse();
        assertThat(items.get(1).at("/missing").asText()).isEqualTo("dataset:annotate");
        assertThat(items.get(1).at("/reason").asText()).doesNotContain("scans", "medical");
        assertThat(items.get(2).at("/roles/0").asText()).isEqualTo("owner");
        assertThat(items.get(2).at("/givers").asText()).isEqualTo("an owner");
    }

    @Test
    void decidesAboutOthersForThoseWhoMayReadThem() {
        String body = "{\"user_id\":\"" + world.noa
                + "\",\"questions\":[{\"permission\":\"user:read\",\"target\":{\"kind\":\"instance\",\"id\":null}}]}";

        assertThat(send("ada", "POST", "/v1/decisions", body).at("/items/0/allowed"))
                .isEqualTo("false");
        assertThat(send("max", "POST", "/v1/decisions", body).status()).isEqualTo(403);
    }

    @Test
    void tellsWhoMayAndWhatSomebodyMay() {
        String question = "/v1/who-may?permission=dataset:delete&kind=dataset&id=" + world.contracts.id();

        assertThat(get("max", question).json().findValuesAsText("username")).containsExactly("ada", "max", "amy");
        assertThat(get("max", "/v1/who-may?kind=instance").at("/errors/0/field"))
                .isEqualTo("permission");
        assertThat(get("noa", "/v1/me/permissions").json().findValuesAsText("source"))
                .contains("account", "inherited");
        assertThat(get("ada", "/v1/users/" + world.noa + "/permissions?limit=1")
                        .json()
                        .at("/items"))
                .hasSize(1);
        assertThat(get("noa", "/v1/users/" + world.zoe + "/permissions").status())
                .isEqualTo(403);
    }

    @Test
    void listsTheAuditTrailByConditions() {
        send("ada", "PATCH", "/v1/users/" + world.zoe, "{\"role\":\"viewer\",\"password\":\"a new secret\"}");

        Answer all =
                get("ada", "/v1/audit-events?action=user.&door=api&actor_id=" + world.ada + "&subject_id=" + world.zoe);

        assertThat(all.json().at("/items")).hasSize(1);
        assertThat(all.at("/items/0/changes/role/after")).isEqualTo("viewer");
        assertThat(all.at("/items/0/address")).isEqualTo("127.0.0.1");
        assertThat(all.text()).doesNotContain("a new secret");
        assertThat(get("ada", "/v1/audit-events?until=" + Given.THEN).json().at("/items"))
                .isEmpty();
        assertThat(get("ada", "/v1/audit-events?since=tomorrow").at("/errors/0/field"))
                .isEqualTo("since");
        assertThat(get("ada", "/v1/audit-events?door=window").at("/errors/0/field"))
                .isEqualTo("door");
        assertThat(get("max", "/v1/audit-events").at("/missing")).isEqualTo("audit:read");
    }

    @Test
    void makesTheFirstOwnerOnce() {
        try (TestServer empty = TestServer.start()) {
            SecretText link = new SecretText("a-set-up-link");
            empty.fakes()
                    .ports()
                    .setUpLinks()
                    .set(link.digest(), empty.fakes().clock().instant().plusSeconds(60));
            String body = "{\"link\":\"a-set-up-link\",\"username\":\"ada\",\"password\":\"correct horse\"}";

            Answer done = empty.ask("POST", "/v1/set-up").json(body).send();

            assertThat(done.status()).isEqualTo(201);
            assertThat(empty.ask("GET", "/v1/users")
                            .as(done.at("/user_token"))
                            .send()
                            .status())
                    .isEqualTo(200);
            assertThat(empty.ask("POST", "/v1/set-up").json(body).send().status())
                    .isEqualTo(404);
        }
    }
}
