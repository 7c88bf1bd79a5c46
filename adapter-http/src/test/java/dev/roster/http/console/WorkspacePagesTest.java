package dev.roster.http.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Memberships.Member;
import dev.roster.domain.membership.Place;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.text.NameKey;
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
import org.junit.jupiter.params.provider.ValueSource;

/** Workspaces on the pages of the console: who sees and does what, and what the pages say. */
class WorkspacePagesTest {
    private final TestServer server = TestServer.start();
    private final Visitor visitor = new Visitor(server);
    private Workspace legal;

    @BeforeEach
    void people() {
        legal = server.given().workspace("legal");
        server.given()
                .user("olga")
                .role(PredefinedRole.OWNER)
                .password(Visitor.PASSWORD)
                .in(legal);
        person("mara", PredefinedRole.MANAGER);
        person("adam", PredefinedRole.ADMIN);
        person("anna", PredefinedRole.ANNOTATOR);
        server.given().user("nora").email("nora@lab.example").password(Visitor.PASSWORD);
    }

    private void person(String name, PredefinedRole role) {
        server.given().user(name).password(Visitor.PASSWORD).in(legal, role.role());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private List<String> members() {
        return server.fakes().ports().memberships().members(Place.of(legal.id()), PageRequest.first()).items().stream()
                .map(member -> member.user().username().value())
                .toList();
    }

    private String roleOf(String name) {
        return server.fakes().ports().memberships().members(Place.of(legal.id()), PageRequest.first()).items().stream()
                .filter(member -> member.user().username().value().equals(name))
                .map(Member::membership)
                .map(membership -> String.valueOf(membership.role()))
                .findFirst()
                .orElse("none");
    }

    private String page(String name) {
        return "/workspaces/legal/members/"
                + server.fakes()
                        .ports()
                        .users()
                        .findByLogin(NameKey.of(name))
                        .orElseThrow()
                        .id();
    }

    @Test
    void anOwnerCreatesOneAndAddsPeople() {
        visitor.logIn("olga");
        assertThat(visitor.get("/workspaces").text()).contains("Create a workspace", "href=\"/workspaces/legal\"");

        Answer created = visitor.submit("/workspaces", Map.of("title", "Prod EU", "description", "All of it"));

        assertThat(created.status()).isEqualTo(303);
        assertThat(created.header("Location")).isEqualTo("/workspaces/prod-eu?done=workspace.created");
        assertThat(visitor.get(created.header("Location")).text())
                .contains(
                        "<h1>Prod EU</h1>",
                        "prod-eu",
                        "All of it",
                        "The workspace is created.",
                        "There are no members yet");
        Answer added =
                visitor.submit("/workspaces/prod-eu/members", Map.of("user", "NORA@lab.example", "role", "admin"));
        assertThat(added.header("Location")).isEqualTo("/workspaces/prod-eu?done=member.added");
        assertThat(visitor.get("/workspaces/prod-eu").text()).contains("nora", ">admin<");
    }

    @Test
    void whatIsTypedStaysAndWhatIsWrongStandsBesideIt() {
        visitor.logIn("olga");

        Answer refused = visitor.submit("/workspaces", Map.of("title", "Legal two", "name", "le gal"));
        Answer taken = visitor.submit("/workspaces", Map.of("title", "Other", "name", "LEGAL"));
        Answer empty = visitor.submit("/workspaces", Map.of("title", " "));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text())
                .contains("value=\"Legal two\"", "value=\"le gal\"", "aria-invalid=\"true\"", "Invalid workspace name");
        assertThat(taken.status()).isEqualTo(422);
        assertThat(taken.text()).containsPattern("id=\"name-error\">[^<]*LEGAL");
        assertThat(empty.text()).containsPattern("id=\"title-error\">Fill this in");
    }

    @ParameterizedTest
    @CsvSource({
        "olga, true, true, true, true",
        "mara, true, true, true, true",
        "adam, true, false, false, true",
        "anna, false, false, false, false"
    })
    void nothingIsOfferedThatIsDenied(String name, boolean sees, boolean adds, boolean changes, boolean removes) {
        visitor.logIn(name);
        String text = visitor.get("/workspaces/legal").text();

        assertThat(text.contains("adam")).isEqualTo(sees || name.equals("adam"));
        assertThat(text.contains("Add a member")).isEqualTo(adds);
        assertThat(text.contains("Change role")).isEqualTo(changes);
        assertThat(text.contains(page("anna") + "/remove")).isEqualTo(removes);
        assertThat(text.contains(page("olga") + "/remove")).isEqualTo(name.equals("olga"));
        assertThat(text.contains("/workspaces/legal/rights")).isEqualTo(sees);
        assertThat(text.contains("/workspaces/legal/edit")).isEqualTo(changes);
        assertThat(visitor.get("/workspaces").text().contains("Create a workspace"))
                .isEqualTo(name.equals("olga"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/workspaces/legal/edit", "/workspaces/legal/rights", "/workspaces/legal/delete"})
    void whatIsDeniedIsRefused(String path) {
        visitor.logIn("anna");

        Answer refused = visitor.get(path);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("<h1>Not allowed</h1>");
        assertThat(visitor.submit("/workspaces/legal/edit", Map.of("name", "mine"))
                        .status())
                .isEqualTo(403);
        assertThat(visitor.submit("/workspaces/legal/delete", Map.of()).status())
                .isEqualTo(403);
        assertThat(visitor.submit("/workspaces/legal/members", Map.of("user", "nora"))
                        .status())
                .isEqualTo(403);
        assertThat(visitor.submit(page("adam") + "/remove", Map.of()).status()).isEqualTo(403);
        assertThat(members()).contains("adam").doesNotContain("nora");
    }

    @Test
    void strangersDoNotLearnThatItIsThere() {
        visitor.logIn("nora");

        assertThat(visitor.get("/workspaces/legal").status()).isEqualTo(404);
        assertThat(visitor.get("/workspaces").text())
                .doesNotContain("legal")
                .contains("There are no workspaces here yet");
        assertThat(new Visitor(server).get("/workspaces/legal").header("Location"))
                .isEqualTo("/user/login/?next=%2Fworkspaces%2Flegal");
    }

    @Test
    void withoutTheTokenOfThePageNothingHappens() {
        visitor.logIn("olga");

        Answer forged = visitor.sent(
                visitor.form("/workspaces/legal/delete", Map.of()).header("Origin", "https://evil.example"));
        Answer bare = visitor.sent(visitor.form("/workspaces/legal/members", Map.of("user", "nora")));

        assertThat(forged.status()).isEqualTo(403);
        assertThat(bare.status()).isEqualTo(403);
        assertThat(members()).doesNotContain("nora");
    }

    @Test
    void aRoleIsTriedBeforeItIsSaved() {
        visitor.logIn("mara");
        assertThat(visitor.get(page("anna")).text())
                .contains("anna in legal", "Show what changes")
                .doesNotContain(">owner<");

        Answer tried = visitor.submit(page("anna"), Map.of("role", "reviewer", "step", "preview"));

        assertThat(tried.status()).isEqualTo(200);
        assertThat(tried.text()).contains("Gains", "Review annotations", "value=\"reviewer\" selected");
        assertThat(roleOf("anna")).contains("annotator");
        Answer saved = visitor.submit(page("anna"), Map.of("role", "reviewer", "step", "save"));
        assertThat(saved.header("Location")).isEqualTo("/workspaces/legal?done=member.changed");
        assertThat(roleOf("anna")).contains("reviewer");
        Answer account = visitor.submit(page("anna"), Map.of("role", ""));
        assertThat(account.status()).isEqualTo(303);
        assertThat(roleOf("anna")).isEqualTo("null");
    }

    @Test
    void anOwnersMembershipIsForOwners() {
        visitor.logIn("mara");

        assertThat(visitor.get(page("olga")).status()).isEqualTo(403);
        assertThat(visitor.get(page("olga") + "/remove").text())
                .contains("You may not remove this member")
                .doesNotContain("class=\"danger\"");
        assertThat(visitor.submit(page("olga") + "/remove", Map.of()).status()).isEqualTo(403);
        assertThat(members()).contains("olga");
    }

    @Test
    void removingAsksFirst() {
        visitor.logIn("adam");
        assertThat(visitor.get(page("anna") + "/remove").text())
                .contains("Remove anna from legal?", "extra roles in this workspace end", "class=\"danger\"");
        assertThat(members()).contains("anna");

        Answer removed = visitor.submit(page("anna") + "/remove", Map.of());

        assertThat(removed.header("Location")).isEqualTo("/workspaces/legal?done=member.removed");
        assertThat(members()).doesNotContain("anna");
        assertThat(visitor.get(page("anna")).status()).isEqualTo(404);
    }

    @Test
    void addingSaysWhatIsWrongBesideTheName() {
        visitor.logIn("olga");

        Answer unknown = visitor.submit("/workspaces/legal/members", Map.of("user", "nobody", "role", "admin"));
        Answer twice = visitor.submit("/workspaces/legal/members", Map.of("user", "anna"));

        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.text())
                .contains("value=\"nobody\"", "value=\"admin\" selected")
                .containsPattern("id=\"user-error\">[^<]*nobody");
        assertThat(twice.text()).containsPattern("id=\"user-error\">[^<]*member of");
    }

    @Test
    void aManagerFindsThePeopleOfTheirPlacesOnly() {
        Workspace other = server.given().workspace("other");
        server.given().user("paula").in(other).in(legal);
        server.given()
                .user("mike")
                .password(Visitor.PASSWORD)
                .in(legal, PredefinedRole.MANAGER.role())
                .in(other, PredefinedRole.MANAGER.role());
        server.given().user("quentin").in(other);
        visitor.logIn("mike");

        assertThat(visitor.get("/workspaces/legal/suggestions?user=quen").text())
                .contains("value=\"quentin\"")
                .doesNotContain("<html");
        assertThat(visitor.get("/workspaces/legal/suggestions?user=nor").text()).doesNotContain("nora");
        assertThat(visitor.get("/workspaces/legal/suggestions?user=").text()).doesNotContain("<option");
        assertThat(visitor.submit("/workspaces/legal/members", Map.of("user", "Quentin"))
                        .status())
                .isEqualTo(303);
        assertThat(visitor.submit("/workspaces/legal/members", Map.of("user", "nora"))
                        .status())
                .isEqualTo(422);
        assertThat(members()).contains("quentin").doesNotContain("nora");
    }

    @Test
    void itIsRenamed() {
        visitor.logIn("mara");
        assertThat(visitor.get("/workspaces/legal/edit").text()).contains("value=\"legal\"");

        Answer renamed = visitor.submit(
                "/workspaces/legal/edit", Map.of("name", "law", "title", "Law & Order", "description", "x"));

        assertThat(renamed.header("Location")).isEqualTo("/workspaces/law?done=workspace.updated");
        assertThat(visitor.get("/workspaces/law").text()).contains("<h1>Law &amp; Order</h1>");
        assertThat(visitor.get("/workspaces/law/edit").text()).contains("value=\"Law &amp; Order\"", "value=\"law\"");
        assertThat(visitor.submit("/workspaces/law/edit", Map.of("name", "", "title", "t"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void deletingSaysWhatGoesWithIt() {
        server.given().dataset("contracts", legal);
        server.given().dataset("claims", legal);
        visitor.logIn("olga");
        assertThat(visitor.get("/workspaces/legal/delete").text())
                .contains(
                        "Delete the workspace legal?",
                        "4 memberships end",
                        "2 datasets are deleted",
                        "class=\"danger\"");

        Answer deleted = visitor.submit("/workspaces/legal/delete", Map.of());

        assertThat(deleted.header("Location")).isEqualTo("/workspaces?done=workspace.deleted");
        assertThat(visitor.get("/workspaces/legal").status()).isEqualTo(404);
    }

    @Test
    void deletingSaysHowManyGuestsEndWithIt() {
        server.given().user("gina").staying(new Stay(legal.id(), null));
        server.given().user("gerd").staying(new Stay(legal.id(), null));
        visitor.logIn("olga");

        assertThat(visitor.get("/workspaces/legal/delete").text())
                .contains("2 accounts of guests end with it", "Other people keep their accounts");
    }

    @Test
    void datasetsAreListedWithTheirAccess() {
        server.given().dataset("contracts", legal);
        server.given().assignedDataset("claims", legal);
        server.given().restrictedDataset("secrets", legal);
        visitor.logIn("olga");

        assertThat(visitor.get("/workspaces/legal/datasets").text())
                .contains("contracts", "Everyone in the workspace", "claims", "Assigned people", "restricted");
        visitor.logIn("anna");
        assertThat(visitor.get("/workspaces/legal/datasets").text())
                .contains("contracts")
                .doesNotContain("claims", "secrets");
    }

    @Test
    void theMatrixSaysWhoMayDoWhat() {
        visitor.logIn("adam");

        String text = visitor.get("/workspaces/legal/rights").text();

        assertThat(text)
                .contains(
                        "Who may do what here",
                        "Add members",
                        "mara",
                        "class=\"cell all\"",
                        "class=\"cell some\"",
                        "class=\"cell none\"");
    }

    @Test
    void whatIsStoredStaysText() {
        String script = "<script>alert(1)</script>";
        visitor.logIn("olga");
        visitor.submit(
                "/workspaces",
                Map.of("title", script, "name", "evil", "description", "\"><img src=x onerror=alert(1)>"));
        server.given().user("<b>mallory").in("evil");
        server.given().dataset("<i>set</i>", server.given().workspace("evil"));

        for (String path : List.of(
                "/workspaces",
                "/workspaces?q=%3Cscript%3E",
                "/workspaces/evil",
                "/workspaces/evil/datasets",
                "/workspaces/evil/rights",
                "/workspaces/evil/edit",
                "/workspaces/evil/delete")) {
            assertThat(visitor.get(path).text())
                    .as(path)
                    .contains("&lt;script")
                    .doesNotContain(script, "<b>mallory", "<i>set", "<img src=x");
        }
        assertThat(visitor.submit("/workspaces/evil/members", Map.of("user", "\"><script>", "role", "<b>"))
                        .text())
                .doesNotContain("\"><script>", "<b>");
    }

    @Test
    void longListsGoOnOnOtherPages() {
        for (int number = 0; number < 55; number++) {
            server.given().user("user" + number).in(legal);
        }
        visitor.logIn("olga");
        String first = visitor.get("/workspaces/legal?done=member.added").text();

        assertThat(first)
                .contains("user10")
                .doesNotContain("user54")
                .containsPattern("rel=\"next\" href=\"/workspaces/legal[?]after=\\d+\"");
        String next = first.replaceAll("(?s).*rel=\"next\" href=\"([^\"]+)\".*", "$1");
        String second = visitor.get(next).text();
        assertThat(second).contains("user54").doesNotContain("user10", "The member is added");
        assertThat(visitor.get("/workspaces/legal?after=x").status()).isEqualTo(400);
    }

    @Test
    void namesAreSearched() {
        server.given().workspace("biology");
        visitor.logIn("olga");

        assertThat(visitor.get("/workspaces?q=BIO").text())
                .contains("/workspaces/biology")
                .doesNotContain("/workspaces/legal");
        assertThat(visitor.get("/workspaces?q=zzz").text()).contains("Nothing here matches this name");
        assertThat(visitor.get("/workspaces?q=").text()).contains("/workspaces/legal");
    }
}
