package dev.roster.http.argilla;

import static dev.roster.http.argilla.ArgillaServer.NOBODY;
import static dev.roster.http.argilla.ArgillaServer.V0;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.http.TestServer.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LegacyTest {
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

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    private static void assertCoded(Answer answer, int status, String code, String name, String type) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.at("/detail/code")).isEqualTo("argilla.api.errors::" + code);
        assertThat(answer.at("/detail/params/name")).isEqualTo(name);
        assertThat(answer.at("/detail/params/type")).isEqualTo(type);
        assertThat(answer.json().at("/detail/params")).hasSize(2);
    }

    private Answer create(String more) {
        return argilla.post(
                "olga",
                V0 + "/users",
                "{'username':'ivo','first_name':'Ivo','role':'annotator','password':'correct-horse'" + more + "}");
    }

    private String place(String workspace, String user) {
        return V0 + "/workspaces/" + argilla.idOf(workspace) + "/users/" + argilla.idOf(user);
    }

    @Tag("edge-39")
    @Test
    void anUnknownWorkspaceLeavesNoUserBehind() {
        Answer refused = create(",'workspaces':['legal','nowhere']");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).isEqualTo("{\"detail\":\"Workspace 'nowhere' does not exist\"}");
        assertThat(create("").status()).isEqualTo(200);
    }

    @Test
    void aUserIsMadeInWorkspacesByName() {
        Answer answer = create(",'last_name':'Reis','workspaces':['other','legal']");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/full_name")).isEqualTo("Ivo Reis");
        assertThat(texts(answer.json().get("workspaces"))).containsExactly("other", "legal");
        assertThat(answer.at("/api_key")).startsWith("rut_");
    }

    @Tag("edge-40")
    @Test
    void anOwnerIsInEveryWorkspaceAndOthersInTheirs() {
        argilla.given().workspace("third");

        assertThat(texts(argilla.get("olga", V0 + "/me").json().get("workspaces")))
                .containsExactly("legal", "other", "third");
        assertThat(texts(argilla.get("anna", V0 + "/me").json().get("workspaces")))
                .containsExactly("legal");
    }

    @Tag("edge-41")
    @Test
    void whatIsNullIsLeftOut() {
        Answer me = argilla.get("anna", V0 + "/me");

        assertThat(me.status()).isEqualTo(200);
        assertThat(me.text())
                .isEqualTo("{\"id\":\"" + argilla.idOf("anna") + "\",\"first_name\":\"anna\",\"full_name\":\"anna\","
                        + "\"username\":\"anna\",\"role\":\"annotator\",\"workspaces\":[\"legal\"],"
                        + "\"api_key\":\"anna-key\",\"inserted_at\":\"2026-03-01T08:30:00.654321\","
                        + "\"updated_at\":\"2026-03-01T08:30:00.654321\"}");
    }

    @Tag("edge-41")
    @Test
    void everySuccessIs200() {
        assertThat(create("").status()).isEqualTo(200);
        assertThat(argilla.post("olga", V0 + "/workspaces", "{'name':'new'}").status())
                .isEqualTo(200);
        assertThat(argilla.ask("olga", "POST", place("new", "ivo")).send().status())
                .isEqualTo(200);
        assertThat(argilla.delete("olga", place("new", "ivo")).status()).isEqualTo(200);
        assertThat(argilla.delete("olga", V0 + "/users/" + argilla.idOf("ivo")).status())
                .isEqualTo(200);
    }

    @Tag("edge-42")
    @Test
    void aMemberIsAddedWithoutABody() {
        Answer added = argilla.ask("olga", "POST", place("legal", "eva")).send();

        assertThat(added.status()).isEqualTo(200);
        assertThat(texts(added.json().get("workspaces"))).containsExactly("other", "legal");
    }

    @Test
    void usersAreABareArray() {
        Answer answer = argilla.get("olga", V0 + "/users");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().isArray()).isTrue();
        assertThat(answer.json().findValuesAsText("username")).containsExactly("olga", "adam", "anna", "eva");
        assertThat(answer.json().findValuesAsText("api_key"))
                .containsExactly("olga-key", "********", "********", "********");
        assertThat(texts(answer.json().at("/3/workspaces"))).containsExactly("other");
        assertThat(texts(answer.json().at("/0/workspaces"))).isEmpty();
        assertThat(argilla.get("adam", V0 + "/users").status()).isEqualTo(403);
    }

    @Test
    void aListIsWholeHoweverLong() {
        IntStream.range(0, 450).forEach(number -> argilla.given().user("user" + number));

        assertThat(argilla.get("olga", V0 + "/users").json()).hasSize(454);
    }

    @Test
    void membersShowTheWorkspacesThatTheReaderMaySee() {
        argilla.ask("olga", "POST", place("legal", "eva")).send();

        Answer answer = argilla.get("adam", V0 + "/workspaces/" + argilla.idOf("legal") + "/users");

        assertThat(answer.json().findValuesAsText("username")).containsExactly("adam", "anna", "eva");
        assertThat(texts(answer.json().at("/2/workspaces"))).containsExactly("legal");
    }

    @Test
    void conflictsAreCoded() {
        create("");

        assertCoded(create(""), 409, "EntityAlreadyExistsError", "ivo", "User");
        assertCoded(
                argilla.post("olga", V0 + "/workspaces", "{'name':'legal'}"),
                409,
                "EntityAlreadyExistsError",
                "legal",
                "Workspace");
        assertCoded(
                argilla.ask("olga", "POST", place("legal", "anna")).send(),
                409,
                "EntityAlreadyExistsError",
                argilla.idOf("anna"),
                "User");
    }

    @Test
    void whatIsMissingIsCoded() {
        String nobody = NOBODY.toString();
        String legal = V0 + "/workspaces/" + argilla.idOf("legal") + "/users";
        String nowhere = V0 + "/workspaces/" + NOBODY + "/users";

        assertCoded(argilla.delete("adam", V0 + "/users/" + NOBODY), 404, "EntityNotFoundError", nobody, "User");
        assertCoded(argilla.get("olga", nowhere), 404, "EntityNotFoundError", nobody, "Workspace");
        assertCoded(
                argilla.ask("olga", "POST", nowhere + "/" + argilla.idOf("eva")).send(),
                404,
                "EntityNotFoundError",
                nobody,
                "Workspace");
        assertCoded(
                argilla.ask("olga", "POST", legal + "/" + NOBODY).send(), 404, "EntityNotFoundError", nobody, "User");
        assertCoded(
                argilla.delete("anna", place("legal", "eva")), 404, "EntityNotFoundError", argilla.idOf("eva"), "User");
    }

    @Test
    void permissionsAreThoseOfEveryDoor() {
        String nowhere = V0 + "/workspaces/" + NOBODY + "/users";

        assertThat(argilla.post("adam", V0 + "/workspaces", "{'name':'mine'}").status())
                .isEqualTo(403);
        assertThat(argilla.post(
                                "adam",
                                V0 + "/users",
                                "{'username':'x','first_name':'X','password':'correct-horse','workspaces':['nowhere']}")
                        .status())
                .isEqualTo(403);
        assertThat(argilla.delete("adam", V0 + "/users/" + argilla.idOf("anna")).status())
                .isEqualTo(403);
        assertThat(argilla.get("anna", nowhere).status()).isEqualTo(403);
        assertThat(argilla.ask("adam", "POST", place("legal", "eva")).send().status())
                .isEqualTo(403);
        assertThat(argilla.delete("anna", place("legal", "adam")).status()).isEqualTo(403);
        assertThat(argilla.delete("adam", place("legal", "anna")).status()).isEqualTo(200);
    }

    @Test
    void anOwnerWhoDeletesThemselvesIsAnswered() {
        argilla.user("otto", PredefinedRole.OWNER);

        assertThat(argilla.delete("olga", V0 + "/users/" + argilla.idOf("olga")).status())
                .isEqualTo(200);
        assertThat(argilla.get("olga", V0 + "/me").status()).isEqualTo(401);
    }

    @Test
    void thereAreNoDatasetsOfTheOldKind() {
        assertThat(argilla.get("anna", V0 + "/datasets").text()).isEqualTo("[]");
        assertThat(argilla.get("anna", V0 + "/workspaces").status()).isEqualTo(405);
    }
}
