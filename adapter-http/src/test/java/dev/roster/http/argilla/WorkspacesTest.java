package dev.roster.http.argilla;

import static dev.roster.http.argilla.ArgillaServer.NOBODY;
import static dev.roster.http.argilla.ArgillaServer.V1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.domain.role.PredefinedRole;
import dev.roster.http.TestServer.Answer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspacesTest {
    private static final String WORKSPACES = V1 + "/workspaces";

    private ArgillaServer argilla;

    @BeforeEach
    void start() {
        argilla = ArgillaServer.start();
        argilla.user("eva", PredefinedRole.ADMIN).in("other");
    }

    @AfterEach
    void stop() {
        argilla.close();
    }

    private String path(String name) {
        return WORKSPACES + "/" + argilla.idOf(name);
    }

    private Answer add(String caller, String workspace, String user) {
        return argilla.post(caller, path(workspace) + "/users", "{'user_id':'" + argilla.idOf(user) + "'}");
    }

    private Answer remove(String caller, String workspace, String user) {
        return argilla.delete(caller, path(workspace) + "/users/" + argilla.idOf(user));
    }

    private List<String> members(String workspace) {
        return argilla.get("olga", path(workspace) + "/users")
                .json()
                .at("/items")
                .findValuesAsText("username");
    }

    @Test
    void anOwnerMakesAWorkspace() {
        Answer answer = argilla.post("olga", WORKSPACES, "{'name':'Legal-team_2'}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.at("/name")).isEqualTo("Legal-team_2");
        assertThat(answer.json()).hasSize(4);
        assertThat(argilla.get("olga", WORKSPACES + "/" + answer.at("/id")).text())
                .isEqualTo(answer.text());
    }

    @Test
    void theSdksWholeBodyMakesAWorkspaceWithAChosenId() {
        Answer created = argilla.post(
                "olga", WORKSPACES, "{'id':'" + NOBODY + "','inserted_at':null,'updated_at':null,'name':'chosen'}");
        Answer usedId = argilla.post("olga", WORKSPACES, "{'id':'" + NOBODY + "','name':'another'}");
        Answer usedBoth = argilla.post("olga", WORKSPACES, "{'id':'" + NOBODY + "','name':'chosen'}");

        assertThat(created.at("/id")).isEqualTo(NOBODY.toString());
        assertThat(usedId.status()).isEqualTo(409);
        assertThat(usedId.at("/detail")).isEqualTo("Workspace with id `" + NOBODY + "` is not unique");
        assertThat(usedBoth.at("/detail")).isEqualTo("Workspace name `chosen` is not unique");
    }

    @ParameterizedTest
    @ValueSource(strings = {"''", "5", "null", "'with blank'", "'-x'"})
    void aNameThatTheClientsRefuseIsInvalid(String name) {
        Answer answer = argilla.post("olga", WORKSPACES, "{'name':" + name + "}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.at("/detail/params/errors/0/loc/1")).isEqualTo("name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"adam", "anna"})
    void onlyAnOwnerMakesOrDeletesAWorkspace(String name) {
        assertThat(argilla.post(name, WORKSPACES, "{'name':'mine'}").status()).isEqualTo(403);
        assertThat(argilla.delete(name, path("legal")).status()).isEqualTo(403);
        assertThat(argilla.delete(name, WORKSPACES + "/" + NOBODY).status()).isEqualTo(403);
    }

    /** Deviation: in the original the second one is another workspace. */
    @Tag("edge-23")
    @Test
    void namesThatDifferByCaseAreOne() {
        Answer same = argilla.post("olga", WORKSPACES, "{'name':'legal'}");
        Answer otherCase = argilla.post("olga", WORKSPACES, "{'name':'LEGAL'}");

        assertThat(same.status()).isEqualTo(409);
        assertThat(same.text()).isEqualTo("{\"detail\":\"Workspace name `legal` is not unique\"}");
        assertThat(otherCase.status()).isEqualTo(409);
    }

    @Tag("edge-24")
    @Test
    void membersDoNotKeepAWorkspace() {
        String legal = path("legal");

        Answer answer = argilla.delete("olga", legal);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/name")).isEqualTo("legal");
        assertThat(argilla.get("anna", V1 + "/me/workspaces").text()).isEqualTo("{\"items\":[]}");
        assertThat(argilla.delete("olga", legal).status()).isEqualTo(404);
    }

    @Tag("edge-24")
    @Test
    void datasetsKeepAWorkspaceAndAreNamed() {
        String legal = argilla.idOf("legal");
        Answer draft = argilla.post("olga", V1 + "/datasets", "{'name':'contracts','workspace_id':'" + legal + "'}");
        Answer ready = argilla.post("olga", V1 + "/datasets", "{'name':'letters','workspace_id':'" + legal + "'}");

        Answer refused = argilla.delete("olga", path("legal"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.at("/detail"))
                .isEqualTo("Cannot delete the workspace " + legal
                        + ". This workspace has some datasets linked: `contracts`, `letters`");
        argilla.delete("olga", V1 + "/datasets/" + draft.at("/id"));
        argilla.delete("olga", V1 + "/datasets/" + ready.at("/id"));
        assertThat(argilla.delete("olga", path("legal")).status()).isEqualTo(200);
    }

    @Tag("edge-25")
    @Test
    void aWorkspaceIsForItsMembersAndOwners() {
        assertThat(argilla.get("anna", path("legal")).status()).isEqualTo(200);
        assertThat(argilla.get("eva", path("legal")).status()).isEqualTo(403);
        assertThat(argilla.get("eva", WORKSPACES + "/" + NOBODY).status()).isEqualTo(403);
        Answer missing = argilla.get("olga", WORKSPACES + "/" + NOBODY);
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.text()).isEqualTo("{\"detail\":\"Workspace with id `" + NOBODY + "` not found\"}");
        assertThat(argilla.get("olga", WORKSPACES + "/nonsense").status()).isEqualTo(422);
    }

    @Tag("edge-26")
    @Test
    void thereIsNoListAndNoUpdateOfWorkspaces() {
        Answer list = argilla.get("olga", WORKSPACES);
        Answer update = argilla.patch("olga", path("legal"), "{'name':'x'}");

        assertThat(list.status()).isEqualTo(405);
        assertThat(list.text()).isEqualTo("{\"detail\":\"Method Not Allowed\"}");
        assertThat(list.header("Allow")).isEqualTo("POST");
        assertThat(update.status()).isEqualTo(405);
        assertThat(update.header("Allow")).contains("GET", "DELETE");
    }

    @Test
    void ownersSeeAllWorkspacesAndOthersTheirs() {
        argilla.given().workspace("third");

        assertThat(argilla.get("olga", V1 + "/me/workspaces")
                        .json()
                        .at("/items")
                        .findValuesAsText("name"))
                .containsExactly("legal", "other", "third");
        assertThat(argilla.get("anna", V1 + "/me/workspaces")
                        .json()
                        .at("/items")
                        .findValuesAsText("name"))
                .containsExactly("legal");
    }

    @Tag("edge-27")
    @Test
    void anybodyCanBeAddedOnce() {
        Answer added = add("olga", "legal", "eva");
        Answer again = add("olga", "legal", "eva");
        Answer owner = add("olga", "legal", "olga");

        assertThat(added.status()).isEqualTo(201);
        assertThat(added.at("/username")).isEqualTo("eva");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.at("/detail"))
                .isEqualTo("Workspace user with workspace_id `" + argilla.idOf("legal") + "` and user_id `"
                        + argilla.idOf("eva") + "` is not unique");
        assertThat(owner.status()).isEqualTo(201);
        assertThat(members("legal")).containsExactly("adam", "anna", "eva", "olga");
    }

    @Tag("edge-27")
    @Test
    void anUnknownUserIsInvalidAndAnUnknownWorkspaceNotFound() {
        Answer user = argilla.post("olga", path("legal") + "/users", "{'user_id':'" + NOBODY + "'}");
        Answer workspace =
                argilla.post("olga", WORKSPACES + "/" + NOBODY + "/users", "{'user_id':'" + argilla.idOf("eva") + "'}");

        assertThat(user.status()).isEqualTo(422);
        assertThat(user.text()).isEqualTo("{\"detail\":\"User with id `" + NOBODY + "` not found\"}");
        assertThat(workspace.status()).isEqualTo(404);
        assertThat(workspace.text()).isEqualTo("{\"detail\":\"Workspace with id `" + NOBODY + "` not found\"}");
    }

    @Tag("edge-28")
    @Test
    void anAdminListsItsMembersAndAddsNobody() {
        assertThat(add("adam", "legal", "eva").status()).isEqualTo(403);
        assertThat(argilla.post("adam", path("legal") + "/users", "{'user_id':'" + NOBODY + "'}")
                        .status())
                .isEqualTo(403);
        assertThat(argilla.post("adam", WORKSPACES + "/" + NOBODY + "/users", "{'user_id':'" + NOBODY + "'}")
                        .status())
                .isEqualTo(403);
        assertThat(argilla.get("adam", path("legal") + "/users").status()).isEqualTo(200);
        assertThat(argilla.get("eva", path("legal") + "/users").status()).isEqualTo(403);
        assertThat(argilla.get("eva", WORKSPACES + "/" + NOBODY + "/users").status())
                .isEqualTo(403);
        assertThat(argilla.get("anna", path("legal") + "/users").status()).isEqualTo(403);
        assertThat(argilla.get("olga", WORKSPACES + "/" + NOBODY + "/users").status())
                .isEqualTo(404);
    }

    @Test
    void aMemberListHidesTheKeysOfOthers() {
        add("olga", "legal", "olga");

        assertThat(argilla.get("adam", path("legal") + "/users")
                        .json()
                        .at("/items")
                        .findValuesAsText("api_key"))
                .containsExactly("adam-key", "********", "********");
    }

    @Tag("edge-29")
    @Test
    void anAdminRemovesOthersAndThemselves() {
        Answer other = remove("adam", "legal", "anna");
        Answer self = remove("adam", "legal", "adam");

        assertThat(other.status()).isEqualTo(200);
        assertThat(other.at("/username")).isEqualTo("anna");
        assertThat(self.status()).isEqualTo(200);
        assertThat(argilla.get("adam", path("legal") + "/users").status()).isEqualTo(403);
    }

    @Tag("edge-29")
    @Test
    void anAnnotatorCannotLeave() {
        assertThat(remove("anna", "legal", "anna").status()).isEqualTo(403);
    }

    @Tag("edge-30")
    @ParameterizedTest
    @ValueSource(strings = {"olga", "adam", "anna", "eva"})
    void whoIsNoMemberIsNotFoundForEverybody(String caller) {
        Answer answer = remove(caller, "legal", "eva");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.at("/detail"))
                .isEqualTo("WorkspaceUser not found filtering by workspace_id=" + argilla.idOf("legal") + ", user_id="
                        + argilla.idOf("eva"));
        assertThat(argilla.delete(caller, WORKSPACES + "/" + NOBODY + "/users/" + NOBODY)
                        .at("/detail"))
                .isEqualTo("WorkspaceUser not found filtering by workspace_id=" + NOBODY + ", user_id=" + NOBODY);
    }

    @Tag("edge-31")
    @Test
    void membersComeInOrderOfJoining() {
        remove("olga", "legal", "adam");
        add("olga", "legal", "eva");
        add("olga", "legal", "adam");

        assertThat(members("legal")).containsExactly("anna", "eva", "adam");
    }

    @Tag("edge-32")
    @Test
    void anOwnersWorkspacesAreAll() {
        String users = V1 + "/users/";

        assertThat(argilla.get("olga", users + argilla.idOf("olga") + "/workspaces")
                        .json()
                        .at("/items")
                        .findValuesAsText("name"))
                .containsExactly("legal", "other");
        assertThat(argilla.get("olga", users + argilla.idOf("anna") + "/workspaces")
                        .json()
                        .at("/items")
                        .findValuesAsText("name"))
                .containsExactly("legal");
    }

    @Tag("edge-33")
    @Test
    void joiningAndLeavingDoNotTouchTheUser() {
        String before =
                argilla.get("olga", V1 + "/users/" + argilla.idOf("eva")).text();
        argilla.server().fakes().clock().advance(java.time.Duration.ofSeconds(5));

        Answer added = add("olga", "legal", "eva");
        Answer removed = remove("olga", "legal", "eva");

        assertThat(added.text()).isEqualTo(before);
        assertThat(removed.text()).isEqualTo(before);
    }

    @Test
    void aMemberListIsWholeHoweverLong() {
        IntStream.range(0, 450)
                .forEach(number -> argilla.given().user("user" + number).in("legal"));

        assertThat(members("legal")).hasSize(452).doesNotHaveDuplicates().endsWith("user449");
    }

    @Test
    void theLeftoverPathOfOldClientsOnlyRemoves() {
        Answer answer = argilla.ask("olga", "POST", path("legal") + "/users/" + argilla.idOf("eva"))
                .send();

        assertThat(answer.status()).isEqualTo(405);
    }
}
