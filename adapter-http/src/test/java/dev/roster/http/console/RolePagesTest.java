package dev.roster.http.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.domain.role.PermissionSet;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.text.NameKey;
import dev.roster.http.TestServer;
import dev.roster.http.TestServer.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The matrix of roles on the pages of the console, and custom roles tried before they are saved. */
class RolePagesTest {
    private final TestServer server = TestServer.start();
    private final Visitor visitor = new Visitor(server);
    private Role clerk;

    @BeforeEach
    void people() {
        clerk = server.given().role("clerk", RosterPermission.DATASET_READ);
        server.given().user("olga").role(PredefinedRole.OWNER).password(Visitor.PASSWORD);
        server.given().user("mara").password(Visitor.PASSWORD).in("legal", PredefinedRole.MANAGER);
        server.given().user("carl").password(Visitor.PASSWORD).in(server.given().workspace("legal"), clerk);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String page() {
        return "/roles/" + clerk.id();
    }

    private Role stored() {
        return server.fakes().ports().roles().find(clerk.id()).orElseThrow();
    }

    /** A form may send several values under one name. */
    private Answer submit(String path, String form) {
        return visitor.sent(visitor.ask("POST", path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", visitor.origin())
                .body((form + "&csrfmiddlewaretoken=" + visitor.cookie("csrftoken")).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void everybodySeesWhatPredefinedRolesGive() {
        visitor.logIn("mara");
        String text = visitor.get("/roles").text();

        assertThat(text)
                .contains("What each role gives", "Annotate", "annotator", "class=\"cell assigned\"", "Audit trail")
                .doesNotContain("clerk", "Create a role");
        assertThat(visitor.get("/roles/new").status()).isEqualTo(403);
        assertThat(visitor.get(page()).status()).isEqualTo(403);
        assertThat(submit("/roles/new", "name=x&permission=dataset:read").status())
                .isEqualTo(403);
        assertThat(submit(page(), "name=x&permission=dataset:read").status()).isEqualTo(403);
        assertThat(submit(page() + "/delete", "").status()).isEqualTo(403);
    }

    @Test
    void anOwnerCreatesOne() {
        visitor.logIn("olga");
        assertThat(visitor.get("/roles").text()).contains("clerk", "href=\"" + page() + "\"", "Create a role");
        assertThat(visitor.get("/roles/new").text()).contains("See your own account", "disabled");

        Answer created = submit(
                "/roles/new",
                "name=Helper&description=Helps&permission=workspace:read&permission=dataset:read&assigned=dataset:annotate");

        assertThat(created.header("Location")).isEqualTo("/roles?done=role.created");
        Role helper =
                server.fakes().ports().roles().findByName(NameKey.of("helper")).orElseThrow();
        assertThat(helper.permissions())
                .isEqualTo(PermissionSet.of(
                        RosterPermission.WORKSPACE_READ,
                        RosterPermission.DATASET_READ,
                        RosterPermission.DATASET_ANNOTATE));
        assertThat(helper.assignedOnly()).isEqualTo(PermissionSet.of(RosterPermission.DATASET_ANNOTATE));
        assertThat(helper.reachesWorkspaces()).isFalse();
    }

    @Test
    void whatIsWrongIsSaidAndWhatWasTickedStays() {
        visitor.logIn("olga");

        Answer nothing = submit("/roles/new", "name=&permission=dataset:read&permission=dataset:review");
        Answer taken = submit("/roles/new", "name=CLERK&permission=dataset:read");
        Answer none = submit("/roles/new", "name=Empty");
        Answer unknown = submit("/roles/new", "name=Odd&permission=no:such");

        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.text())
                .containsPattern("id=\"name-error\">Fill")
                .containsPattern("value=\"dataset:review\" checked");
        assertThat(taken.text()).containsPattern("id=\"name-error\">[^<]*CLERK");
        assertThat(none.text()).contains("at least one permission");
        assertThat(unknown.status()).isEqualTo(422);
    }

    @Test
    void aChangeIsTriedBeforeItIsSaved() {
        visitor.logIn("olga");
        assertThat(visitor.get(page()).text())
                .containsPattern("value=\"dataset:read\" checked")
                .contains("Show what changes")
                .doesNotContain("value=\"save\"");
        String changed = "name=clerk&permission=dataset:read&permission=dataset:review&permission=workspace:read";

        Answer tried = submit(page(), changed + "&step=preview");

        assertThat(tried.status()).isEqualTo(200);
        assertThat(tried.text())
                .contains("What changes when you save", "carl", "Gains", "Review annotations", "value=\"save\"");
        assertThat(stored().permissions()).isEqualTo(PermissionSet.of(RosterPermission.DATASET_READ));
        assertThat(submit(page(), changed + "&step=save").header("Location")).isEqualTo("/roles?done=role.updated");
        assertThat(stored().holds(RosterPermission.DATASET_REVIEW)).isTrue();
    }

    @Test
    void aRoleThatIsHeldIsDeletedOnlyForAnother() {
        visitor.logIn("olga");
        assertThat(visitor.get(page() + "/delete").text()).contains("Delete the role clerk?", "class=\"danger\"");

        Answer held = submit(page() + "/delete", "reassign=");
        Answer replaced = submit(page() + "/delete", "reassign=viewer");

        assertThat(held.status()).isEqualTo(422);
        assertThat(held.text()).contains("It is held by", "carl");
        assertThat(replaced.header("Location")).isEqualTo("/roles?done=role.deleted");
        assertThat(visitor.get(page()).status()).isEqualTo(404);
    }

    @Test
    void predefinedRolesStayAsTheyAre() {
        visitor.logIn("olga");
        String viewer = "/roles/" + PredefinedRole.VIEWER.id();

        assertThat(visitor.get(viewer).text()).doesNotContain("Show what changes", "Delete the role");
        assertThat(submit(viewer, "name=viewer&permission=dataset:read&step=save")
                        .status())
                .isEqualTo(422);
        assertThat(submit(viewer + "/delete", "reassign=member").status()).isEqualTo(422);
    }

    @Test
    void whatIsStoredStaysText() {
        Role evil = server.given().role("<script>alert(1)</script>", RosterPermission.DATASET_READ);
        visitor.logIn("olga");

        assertThat(visitor.get("/roles").text()).contains("&lt;script").doesNotContain("<script>alert");
        assertThat(visitor.get("/roles/" + evil.id()).text())
                .contains("&lt;script")
                .doesNotContain("<script>alert");
        assertThat(visitor.get("/roles/" + evil.id() + "/delete").text()).doesNotContain("<script>alert");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/roles/new", "/roles/x"})
    void withoutTheTokenOfThePageNothingHappens(String path) {
        visitor.logIn("olga");

        Answer bare = visitor.sent(visitor.form(path, Map.of("name", "x", "permission", "dataset:read")));

        assertThat(bare.status()).isEqualTo(403);
    }
}
