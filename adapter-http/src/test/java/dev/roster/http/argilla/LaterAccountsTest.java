package dev.roster.http.argilla;

import static dev.roster.http.argilla.ArgillaServer.V1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roster.domain.role.RosterPermission;
import dev.roster.http.TestServer.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Accounts of kinds that Argilla does not know, in its lists and at its doors: its clients take three role words only. */
class LaterAccountsTest {
    private static final String[] WORDS = {"owner", "admin", "annotator"};

    private final ArgillaServer argilla = ArgillaServer.start();
    private String serviceKey = "";
    private String temporaryPassword = "";

    @BeforeEach
    void make() {
        String organization = argilla.given().organization().id().toString();
        String workspace = argilla.idOf("legal");
        serviceKey = made("/v1/service-accounts", """
                        {'username': 'exporter', 'role': 'viewer', 'key': {'name': 'first'}, 'organizations': [
                          {'organization_id': '%s', 'workspaces': [{'workspace_id': '%s', 'role': 'manager'}]}]}
                        """.formatted(organization, workspace))
                .at("/key/secret");
        argilla.given().role("scribe", RosterPermission.DATASET_READ);
        made("/v1/invitations", "{'email': 'grace@example.org', 'role': 'scribe'}");
        temporaryPassword = made(
                        "/v1/invitations",
                        "{'email': 'lin@example.org', 'mode': 'temporary-password', 'role': 'manager'}")
                .at("/temporary_password");
    }

    private Answer made(String path, String body) {
        Answer answer = argilla.server()
                .ask("POST", path)
                .as("olga-key")
                .json(body.replace('\'', '"'))
                .send();
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer;
    }

    @AfterEach
    void close() {
        argilla.close();
    }

    @Test
    void everyListShowsThemInWordsThatClientsKnow() {
        JsonNode users = argilla.get("olga", V1 + "/users").json().at("/items");
        JsonNode members = argilla.get("olga", V1 + "/workspaces/" + argilla.idOf("legal") + "/users")
                .json()
                .at("/items");
        JsonNode legacy = argilla.get("olga", "/argilla/api/users").json();

        assertThat(users.findValuesAsText("username"))
                .containsExactly("olga", "adam", "anna", "exporter", "grace@example.org", "lin@example.org");
        assertThat(users.findValuesAsText("role")).hasSize(6).isSubsetOf(WORDS);
        assertThat(members.findValuesAsText("username")).contains("exporter");
        assertThat(members.findValuesAsText("role")).isNotEmpty().isSubsetOf(WORDS);
        assertThat(legacy.findValuesAsText("role")).hasSize(6).isSubsetOf(WORDS);
        assertThat(users.findValuesAsText("api_key")).hasSize(6).doesNotContain("null", "");
    }

    @Test
    void aServiceKeyIsTakenAsAnApiKeyAndNotShownAgain() {
        Answer me = argilla.server()
                .ask("GET", V1 + "/me")
                .header("X-Argilla-Api-Key", serviceKey)
                .send();

        assertThat(me.status()).isEqualTo(200);
        assertThat(me.at("/username")).isEqualTo("exporter");
        assertThat(me.at("/api_key")).isEqualTo("********");
    }

    @Test
    void nobodyLogsInWithATemporaryPassword() {
        Answer right = argilla.logIn(V1 + "/token", "username=lin@example.org&password=" + temporaryPassword);
        Answer wrong = argilla.logIn(V1 + "/token", "username=lin@example.org&password=wrong");

        assertThat(right.status()).isEqualTo(409);
        assertThat(right.text()).contains("temporary").doesNotContain(temporaryPassword);
        assertThat(wrong.status()).isEqualTo(401);
    }
}
