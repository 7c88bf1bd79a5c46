package dev.roster.http.arize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.given.GivenUser;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.workspace.Workspace;
import dev.roster.http.TestServer.Answer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What attackers tried: what is hidden, half done, or given by a slip of the pen. */
class GuardsTest {
    private static final String NEWEST = "8.42.0";

    private final ArizeServer server = new ArizeServer();
    private final Organization hidden = server.given().organization("Hidden");
    private final Workspace vault = server.given().workspace("vault", hidden);
    private final Dataset secrets = server.given().dataset("secrets", vault);

    GuardsTest() {
        Organization lab = server.given().organization("Lab");
        Workspace own = server.given().workspace("own", lab);
        Role reader = server.given().role("Reader", RosterPermission.DATASET_READ);
        server.user("sam", PredefinedRole.MEMBER)
                .in(lab, PredefinedRole.MEMBER.role())
                .in(own, PredefinedRole.MANAGER.role());
        server.remember("lab", ArizeIds.ORGANIZATION.write(lab.id()));
        server.remember("own", ArizeIds.SPACE.write(own.id()));
        server.remember("reader", ArizeIds.ROLE.write(reader.id()));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /spaces/{thing}",
                "PATCH /spaces/{thing} {'description': 'x'}",
                "DELETE /spaces/{thing}",
                "POST /spaces/{thing}/users {'user_id': '{user}', 'role': {'type': 'PREDEFINED', 'name': 'MEMBER'}}",
                "DELETE /spaces/{thing}/users/{user}",
                "GET /api-keys?space_id={thing}",
                "POST /role-bindings {'user_id': '{user}', 'role_id': '{role}', 'resource_type': 'SPACE', 'resource_id': '{thing}'}",
                "POST /api-keys {'key_type': 'SERVICE', 'name': 'x', 'space_id': '{thing}'}"
            })
    void spaceThatIsHiddenIsAnsweredAsOneThatIsNot(String request) {
        assertAlike(
                request, ArizeIds.SPACE.write(vault.id()), "U3BhY2U6MGI1NGMzYTgtOThkZS00YTljLWEzZjctNWE1M2EwYTJmMGNl");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /resource-restrictions {'resource_id': '{thing}'}",
                "DELETE /resource-restrictions/{thing}",
                "POST /role-bindings {'user_id': '{user}', 'role_id': '{role}', 'resource_type': 'PROJECT', 'resource_id': '{thing}'}"
            })
    void projectThatIsHiddenIsAnsweredAsOneThatIsNot(String request) {
        assertAlike(
                request,
                ArizeIds.PROJECT.write(secrets.id()),
                "UHJvamVjdDowYjU0YzNhOC05OGRlLTRhOWMtYTNmNy01YTUzYTBhMmYwY2U=");
    }

    private void assertAlike(String request, String there, String absent) {
        server.remember("thing", there);
        Answer one = ask("sam", request);
        server.remember("thing", absent);
        Answer other = ask("sam", request);

        assertThat(one.status()).isGreaterThanOrEqualTo(400);
        assertThat(one.text()).isEqualTo(other.text());
    }

    @Test
    void adminOfASpaceMakesAServiceKeyWithACustomRoleThere() {
        Answer made = ask("sam", serviceKey("{'space_id': '{own}', 'role': {'type': 'CUSTOM', 'id': '{reader}'}}"));

        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.at("/bot_user/organizations/0/spaces/0/role/name")).isEqualTo("Reader");
        assertThat(ask("sam", "GET /api-keys?key_type=SERVICE").json().path("api_keys"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'space_id': '{own}', 'space_role': {'type': 'PREDEFINED', 'name': 'READ_ONLY'}}",
                "{'space_id': '{own}'}, {'space_id': '{own}'}",
                "'{own}'",
                "null"
            })
    void serviceKeyIsNotMadeOfWhatIsMistyped(String spaces) {
        assertThat(ask("sam", serviceKey(spaces)).status()).isEqualTo(400);
        assertThat(ask("sam", "GET /api-keys?space_id={own}").json().path("api_keys"))
                .isEmpty();
    }

    private static String serviceKey(String spaces) {
        return "POST /api-keys {'key_type': 'SERVICE', 'name': 'nightly', 'organizations': [{'org_id': '{lab}', 'spaces': ["
                + spaces + "]}]}";
    }

    @Test
    void keyThatWasEndedIsDeletedToOlderReleases() {
        Answer made = ask("olga", "POST /api-keys {'name': 'laptop'}");
        server.remember("key", made.at("/id"));
        assertThat(ask("olga", "PUT /api-keys/{key}/revoke").status()).isEqualTo(204);

        assertThat(status("8.33.0", "deleted")).isEqualTo("deleted");
        assertThat(status("8.39.0", "revoked")).isEqualTo("revoked");
        assertThat(status(NEWEST, "REVOKED")).isEqualTo("REVOKED");
    }

    private String status(String version, String asked) {
        return server.send("olga", version, "GET", "/api-keys?status=" + asked, "")
                .at("/api_keys/0/status");
    }

    @Test
    void olderReleaseKeepsThePermissionsThatItWasNotShown() {
        Answer made =
                ask("olga", "POST /roles {'name': 'Agents', 'permissions': ['MANAGED_AGENT_READ', 'SPACE_READ']}");
        server.remember("agents", made.at("/id"));

        Answer changed = server.send("olga", "8.30.0", "PATCH", "/roles/{agents}", "{'permissions': ['SPACE_UPDATE']}");

        assertThat(changed.json().path("permissions")).hasSize(1);
        assertThat(ask("olga", "GET /roles/{agents}").json().path("permissions"))
                .extracting(permission -> permission.asText())
                .containsExactlyInAnyOrder("MANAGED_AGENT_READ", "SPACE_UPDATE");
    }

    @Test
    void ownerIsShownWithEveryPermissionOfTheRelease() {
        assertThat(permissionsOfOwner(NEWEST)).isEqualTo(132);
        assertThat(permissionsOfOwner("8.40.0")).isEqualTo(125);
        assertThat(permissionsOfOwner("8.32.0")).isEqualTo(121);
    }

    private int permissionsOfOwner(String version) {
        return server.send("olga", version, "GET", "/roles?is_predefined=true", "")
                .json()
                .at("/roles/0/permissions")
                .size();
    }

    @Test
    void whoIsNotShownIsNotDeletedEither() {
        GivenUser off = server.given().user("off").status(UserStatus.DEACTIVATED);
        GivenUser robot = server.given().user("robot").serviceOf(server.given().user("maker"));
        for (GivenUser one : List.of(off, robot)) {
            server.remember("gone", ArizeIds.USER.write(one.id()));

            assertThat(ask("olga", "DELETE /users/{gone}").status()).isEqualTo(404);

            assertThat(one.user().status()).isNotEqualTo(UserStatus.DELETED);
        }
    }

    /** A method, a path and perhaps a body. */
    private Answer ask(String caller, String request) {
        String[] words = request.split(" ", 3);
        return server.send(caller, NEWEST, words[0], words[1], words.length > 2 ? words[2] : "");
    }
}
