package dev.roster.http.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.user.Stay;
import dev.roster.domain.workspace.Workspace;
import dev.roster.http.TestServer;
import dev.roster.http.TestServer.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Organizations and datasets on the pages of the console. */
class PlacePagesTest {
    private static final String SCRIPT = "<script>alert(1)</script>";

    private final TestServer server = TestServer.start();
    private final Visitor visitor = new Visitor(server);
    private Organization acme;
    private Workspace legal;
    private Dataset contracts;

    @BeforeEach
    void people() {
        acme = server.given().organization("Acme & Söhne");
        legal = server.given().workspace("legal", acme);
        contracts = server.given().dataset("contracts", legal);
        server.given().user("olga").role(PredefinedRole.OWNER).password(Visitor.PASSWORD);
        person("mara", PredefinedRole.MANAGER);
        person("adam", PredefinedRole.ADMIN);
        person("mina", PredefinedRole.MEMBER);
        person("anna", PredefinedRole.ANNOTATOR);
        server.given().user("nora").password(Visitor.PASSWORD);
    }

    private void person(String name, PredefinedRole role) {
        server.given()
                .user(name)
                .password(Visitor.PASSWORD)
                .in(acme, role.role())
                .in(legal, role.role());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String acmePage() {
        return "/organizations/Acme%20%26%20S%C3%B6hne";
    }

    private String datasetPage() {
        return "/datasets/" + contracts.id();
    }

    private Dataset stored() {
        return server.fakes().ports().datasets().get(contracts.id()).dataset();
    }

    @Test
    void anOwnerCreatesAndRenamesOrganizations() {
        visitor.logIn("olga");
        assertThat(visitor.get("/organizations").text())
                .contains("href=\"" + acmePage() + "\"", "Create an organization");

        Answer created = visitor.submit("/organizations", Map.of("name", "a/b 1"));
        String page = created.header("Location").replaceAll("[?].*", "");

        assertThat(created.status()).isEqualTo(303);
        assertThat(page).matches("/organizations/[0-9a-f-]{36}");
        assertThat(visitor.get(page).text()).contains("<h1>a/b 1</h1>");
        assertThat(visitor.submit(page + "/edit", Map.of("name", "Beta", "description", "d"))
                        .header("Location"))
                .isEqualTo("/organizations/Beta?done=organization.updated");
        assertThat(visitor.submit("/organizations", Map.of("name", "beta")).text())
                .containsPattern("id=\"name-error\">[^<]*beta");
    }

    @ParameterizedTest
    @CsvSource({
        "olga, true, true, true",
        "mara, true, true, false",
        "adam, true, false, false",
        "anna, false, false, false"
    })
    void anOrganizationOffersWhatIsAllowed(String name, boolean sees, boolean changes, boolean deletes) {
        visitor.logIn(name);
        String text = visitor.get(acmePage()).text();

        assertThat(text).contains("<h1>Acme &amp; Söhne</h1>", acmePage() + "/workspaces");
        assertThat(text.contains("mina")).isEqualTo(sees);
        assertThat(text.contains("Add a member")).isEqualTo(changes);
        assertThat(text.contains(acmePage() + "/edit")).isEqualTo(changes);
        assertThat(visitor.get(acmePage() + "/edit").text().contains("Delete the organization"))
                .isEqualTo(deletes);
        assertThat(visitor.get("/organizations").text().contains("Create an organization"))
                .isEqualTo(name.equals("olga"));
        assertThat(visitor.get(acmePage() + "/workspaces").text()).contains("/workspaces/legal");
        assertThat(visitor.get(acmePage() + "/rights").status()).isEqualTo(sees ? 200 : 403);
        assertThat(visitor.submit("/organizations", Map.of("name", "mine")).status())
                .isEqualTo(name.equals("olga") ? 303 : 403);
    }

    @Test
    void deletingAnOrganizationSaysThatAGuestEndsWithIt() {
        server.given().user("gina").staying(new Stay(legal.id(), null));
        visitor.logIn("olga");

        assertThat(visitor.get(acmePage() + "/delete").text())
                .contains("One account of a guest ends with it", "Other people keep their accounts");
    }

    @Test
    void deletingAnOrganizationSaysWhatGoesWithItAndWhatBlocksIt() {
        visitor.logIn("olga");

        assertThat(visitor.get("/organizations/default/delete").text())
                .contains("is the default organization")
                .doesNotContain("class=\"danger\"");
        assertThat(visitor.get(acmePage() + "/delete").text())
                .contains("4 memberships end", "One workspace is deleted", "class=\"danger\"");
        assertThat(visitor.submit(acmePage() + "/delete", Map.of()).header("Location"))
                .isEqualTo("/organizations?done=organization.deleted");
        assertThat(visitor.get(acmePage()).status()).isEqualTo(404);
        assertThat(visitor.submit("/organizations/default/delete", Map.of()).status())
                .isEqualTo(409);
    }

    @Test
    void membersOfAnOrganizationAreChangedThere() {
        visitor.logIn("olga");
        visitor.submit(acmePage() + "/members", Map.of("user", "nora", "role", "viewer"));
        String member =
                acmePage() + "/members/" + server.given().user("paul").in(acme).id();

        assertThat(visitor.get(acmePage()).text()).contains("nora", "paul");
        assertThat(visitor.submit(member, Map.of("role", "manager", "step", "preview"))
                        .text())
                .contains("Gains", "Create workspaces");
        assertThat(visitor.get(member + "/remove").text()).contains("workspaces of this organization end too");
        assertThat(visitor.submit(member + "/remove", Map.of()).status()).isEqualTo(303);
        assertThat(visitor.get(acmePage()).text()).doesNotContain("paul");
    }

    @ParameterizedTest
    @CsvSource({
        "olga, true, true, true",
        "mara, true, true, true",
        "adam, true, true, true",
        "mina, true, false, true",
        "anna, false, false, false"
    })
    void aDatasetOffersWhatIsAllowed(String name, boolean updates, boolean assigns, boolean deletes) {
        visitor.logIn(name);
        String text = visitor.get(datasetPage()).text();

        assertThat(text).contains("<h1>contracts</h1>", "legal");
        assertThat(text.contains("action=\"" + datasetPage() + "/assignees\"")).isEqualTo(assigns);
        assertThat(text.contains("Restrict the dataset")).isEqualTo(assigns);
        assertThat(text.contains("/contributions")).isEqualTo(updates);
        assertThat(text.contains(datasetPage() + "/delete")).isEqualTo(deletes);
        assertThat(visitor.get(datasetPage() + "/contributions").status()).isEqualTo(updates ? 200 : 403);
        assertThat(visitor.get(datasetPage() + "/delete").status()).isEqualTo(deletes ? 200 : 403);
        assertThat(visitor.submit(datasetPage() + "/assignees", Map.of("user", "anna"))
                        .status())
                .isEqualTo(assigns ? 303 : 403);
        assertThat(visitor.submit(datasetPage() + "/restriction", Map.of("restricted", "true"))
                        .status())
                .isEqualTo(assigns ? 303 : 403);
    }

    @Test
    void annotatorsAreAssignedAndTakenBack() {
        visitor.logIn("adam");

        assertThat(visitor.submit(datasetPage() + "/assignees", Map.of("user", "nora"))
                        .text())
                .containsPattern("id=\"user-error\">[^<]+");
        assertThat(visitor.submit(datasetPage() + "/assignees", Map.of("user", "anna"))
                        .header("Location"))
                .isEqualTo(datasetPage() + "?done=assignee.added");
        String text = visitor.get(datasetPage()).text();
        assertThat(text).contains("anna", "Assigned people");
        String remove = text.replaceAll("(?s).*href=\"([^\"]+/remove)\".*", "$1");
        assertThat(visitor.get(remove).text()).contains("stays closed", "class=\"danger\"");
        assertThat(visitor.submit(remove, Map.of()).status()).isEqualTo(303);
        assertThat(visitor.get(datasetPage()).text())
                .contains("open only to assigned people")
                .doesNotContain("anna");
        assertThat(visitor.submit(datasetPage(), Map.of("access", "workspace")).status())
                .isEqualTo(303);
        assertThat(stored().access().word()).isEqualTo("workspace");
    }

    @Test
    void aDatasetIsRenamedRestrictedAndDeleted() {
        visitor.logIn("adam");

        assertThat(visitor.submit(datasetPage(), Map.of("name", "")).text()).containsPattern("id=\"name-error\">Fill");
        visitor.submit(datasetPage(), Map.of("name", "deals"));
        visitor.submit(datasetPage() + "/restriction", Map.of("restricted", "true"));
        assertThat(stored().name().value()).isEqualTo("deals");
        assertThat(stored().restricted()).isTrue();
        visitor.logIn("mara");
        assertThat(visitor.get(datasetPage()).text()).contains("Lift the restriction", ">restricted<");
        visitor.submit(datasetPage() + "/restriction", Map.of("restricted", "false"));
        assertThat(stored().restricted()).isFalse();
        assertThat(visitor.get(datasetPage() + "/delete").text()).contains("Delete the dataset deals?");
        assertThat(visitor.submit(datasetPage() + "/delete", Map.of()).header("Location"))
                .isEqualTo("/workspaces/legal/datasets?done=dataset.deleted");
    }

    @Test
    void strangersSeeNothing() {
        visitor.logIn("nora");

        assertThat(visitor.get(acmePage()).status()).isEqualTo(404);
        assertThat(visitor.get("/organizations/" + acme.id()).status()).isEqualTo(403);
        assertThat(visitor.get(datasetPage()).status()).isEqualTo(403);
        assertThat(visitor.get("/datasets").text()).doesNotContain("contracts");
        assertThat(visitor.get("/datasets/x").status()).isEqualTo(400);
    }

    @Test
    void whatIsStoredStaysText() {
        Organization evil = server.given().organization(SCRIPT);
        Dataset dataset = server.given().dataset(SCRIPT, server.given().workspace("evil", evil));
        server.given().user(SCRIPT).in(evil).in(server.given().workspace("evil"));
        visitor.logIn("olga");
        visitor.submit("/datasets/" + dataset.id() + "/assignees", Map.of("user", SCRIPT));

        for (String path : List.of(
                "/organizations",
                "/organizations/" + evil.id(),
                "/organizations/" + evil.id() + "/edit",
                "/organizations/" + evil.id() + "/delete",
                "/organizations/" + evil.id() + "/rights",
                "/datasets",
                "/datasets?q=" + "%3Cscript%3E",
                "/datasets/" + dataset.id(),
                "/datasets/" + dataset.id() + "/delete")) {
            Answer page = visitor.get(path);
            assertThat(page.status()).as(path).isEqualTo(200);
            assertThat(page.text()).as(path).contains("&lt;script").doesNotContain(SCRIPT);
        }
    }
}
