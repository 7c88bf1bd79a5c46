package dev.roster.http.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.user.UserId;
import dev.roster.http.HttpSettings;
import dev.roster.http.TestServer;
import dev.roster.http.TestServer.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may what and why, what was done, what is in force and what wants attention, on the pages of the console. */
class OversightPagesTest {
    private final TestServer server =
            TestServer.start(HttpSettings.on("127.0.0.1", 0).withPublicUrl("http://roster.example"));
    private final Visitor visitor = new Visitor(server);
    private UserId anna;
    private Dataset claims;

    @BeforeEach
    void people() {
        claims = server.given().assignedDataset("claims", server.given().workspace("legal"));
        server.given().user("olga").role(PredefinedRole.OWNER).password(Visitor.PASSWORD);
        server.given().user("mara").password(Visitor.PASSWORD).in("legal", PredefinedRole.MANAGER);
        anna = server.given()
                .user("anna")
                .password(Visitor.PASSWORD)
                .in("legal", PredefinedRole.ANNOTATOR)
                .id();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void thePolicyAnswersWithItsReason() {
        visitor.logIn("olga");
        assertThat(visitor.get("/why").text())
                .contains("name=\"user\"", "Annotate")
                .doesNotContain("verdict");

        String no = visitor.get("/why?user=anna&permission=dataset%3Aannotate&kind=dataset&place=" + claims.id())
                .text();
        String yes = visitor.get("/why?user=mara&permission=member%3Aadd&kind=workspace&place=LEGAL")
                .text();

        assertThat(no)
                .contains(
                        "verdict bad",
                        "“anna” may not do “dataset:annotate”",
                        "/people/" + anna + "/access",
                        "value=\"anna\"");
        assertThat(yes).contains("verdict good", "“mara” may do “member:add” on workspace “legal”");
        assertThat(visitor.get("/why?permission=audit%3Aread&kind=instance").text())
                .contains("verdict good");
    }

    @Test
    void whatCannotBeAskedStandsBesideItsField() {
        visitor.logIn("olga");

        assertThat(visitor.get("/why?user=nobody&permission=member%3Aadd").text())
                .containsPattern("id=\"user-error\">[^<]*nobody");
        assertThat(visitor.get("/why?permission=member%3Aadd&kind=workspace&place=zzz")
                        .text())
                .containsPattern("id=\"place-error\">[^<]*zzz");
        assertThat(visitor.get("/why?permission=member%3Aadd&kind=workspace").text())
                .containsPattern("id=\"place-error\">Enter the workspace");
        assertThat(visitor.get("/why?permission=no%3Asuch").status()).isEqualTo(422);
        assertThat(visitor.get("/why?permission=x").status()).isEqualTo(422);
    }

    @Test
    void othersAskAboutThemselves() {
        visitor.logIn("anna");

        assertThat(visitor.get("/why").text()).doesNotContain("name=\"user\"");
        assertThat(visitor.get("/why?permission=dataset%3Aread&kind=dataset&place=" + claims.id())
                        .text())
                .contains("verdict bad");
        assertThat(visitor.get("/why?user=mara&permission=dataset%3Aread").text())
                .doesNotContain("verdict");
        assertThat(visitor.get("/people/" + anna + "/access").text()).contains("Access of anna", "legal");
        assertThat(visitor.get("/people/" + server.given().user("nora").id() + "/access")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theTrailIsReadInSentences() {
        visitor.logIn("olga");
        visitor.submit("/workspaces", Map.of("title", "Prod"));
        visitor.submit("/workspaces/prod/members", Map.of("user", "anna", "role", "viewer"));

        String text = visitor.get("/audit").text();

        assertThat(text)
                .contains("created the workspace", "added a member to the workspace", ">olga<", "Console", "<svg")
                .containsPattern("aria-label=\"\\d+ events in 30 days\"");
        assertThat(visitor.get("/audit?action=workspace.").text())
                .contains("created the workspace")
                .doesNotContain("added a member to the workspace");
        assertThat(visitor.get("/audit?actor=anna").text()).contains("No events match this filter");
        assertThat(visitor.get("/audit?actor=OLGA&door=console").text()).contains("created the workspace");
        assertThat(visitor.get("/audit?door=cli").text()).doesNotContain("created the workspace");
        assertThat(visitor.get("/audit?until=2020-01-01").text()).contains("No events match this filter");
    }

    @Test
    void aFilterThatCannotBeReadIsMendedInItsPlace() {
        visitor.logIn("olga");

        Answer refused = visitor.get("/audit?since=yesterday&actor=nobody&subject=x");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text())
                .containsPattern("id=\"since-error\">Invalid day")
                .containsPattern("id=\"actor-error\">[^<]*nobody")
                .contains("value=\"yesterday\"");
        assertThat(visitor.get("/audit/export?since=yesterday").status()).isEqualTo(400);
    }

    @Test
    void theTrailIsVerifiedAndExported() {
        visitor.logIn("olga");
        visitor.submit("/workspaces", Map.of("title", "=1+1", "name", "formula"));

        Answer verified = visitor.submit("/audit/verify", Map.of());
        Answer file = visitor.get("/audit/export?action=workspace.");

        assertThat(verified.status()).isEqualTo(200);
        assertThat(verified.text()).contains("The audit trail is intact", "Newest seal");
        assertThat(file.header("Content-Type")).startsWith("text/csv");
        assertThat(file.header("Content-Disposition")).contains("audit.csv");
        assertThat(file.text())
                .startsWith("time,actor")
                .contains("\"workspace.create\"", "\"olga\"")
                .doesNotContain(",\"=");
        assertThat(file.text().lines()).hasSize(2);
    }

    @Test
    void settingsAreShownAndNoSecret() {
        visitor.logIn("olga");
        String text = visitor.get("/settings").text();

        assertThat(text)
                .contains(
                        "http://roster.example",
                        "With the link of an organization",
                        "7 days",
                        "30 minutes",
                        "Unlimited time",
                        "Mail");
        assertThat(visitor.submit("/settings/test-mail", Map.of("address", "nonsense"))
                        .text())
                .containsPattern("id=\"address-error\">[^<]+");
        assertThat(visitor.submit("/settings/test-mail", Map.of("address", "olga@lab.example"))
                        .header("Location"))
                .isEqualTo("/settings?done=settings.mailed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/audit", "/audit/export", "/settings"})
    void whatIsForOwnersIsNotOffered(String path) {
        visitor.logIn("mara");

        assertThat(visitor.get(path).status()).isEqualTo(403);
        assertThat(visitor.get("/").text())
                .doesNotContain("href=\"/audit\"", "href=\"/settings\"", "What needs attention");
        assertThat(visitor.submit("/audit/verify", Map.of()).status()).isEqualTo(403);
        assertThat(visitor.submit("/settings/test-mail", Map.of("address", "m@lab.example"))
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/audit/verify", "/settings/test-mail"})
    void withoutTheTokenOfThePageNothingHappens(String path) {
        visitor.logIn("olga");

        assertThat(visitor.sent(visitor.form(path, Map.of("address", "o@lab.example")))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void homeSaysWhatWantsAttention() {
        visitor.logIn("olga");

        assertThat(visitor.get("/").text())
                .contains("What needs attention", "href=\"/audit\"")
                .doesNotContain("First steps");
        visitor.logIn("anna");
        assertThat(visitor.get("/").text())
                .contains("href=\"/workspaces/legal\"", "annotator")
                .doesNotContain("What needs attention", "First steps");
    }

    @Test
    void homeLeadsThroughTheFirstSteps() {
        try (TestServer empty = TestServer.start()) {
            empty.given().user("olga").role(PredefinedRole.OWNER).password(Visitor.PASSWORD);
            empty.given().user("anna").password(Visitor.PASSWORD);
            Visitor first = new Visitor(empty).logIn("olga");

            assertThat(first.get("/").text()).contains("First steps", "href=\"/workspaces\"", "Create a workspace");
            assertThat(new Visitor(empty).logIn("anna").get("/").text()).doesNotContain("First steps");
        }
    }

    @Test
    void whatIsStoredStaysText() {
        String script = "<script>alert(1)</script>";
        server.given()
                .user(script)
                .role(PredefinedRole.OWNER)
                .email("x@lab.example")
                .password(Visitor.PASSWORD);
        Visitor mallory = new Visitor(server).logIn("x@lab.example");
        mallory.submit("/workspaces", Map.of("title", script, "name", "evil"));

        for (String path : List.of(
                "/audit",
                "/audit?actor=" + "%3Cscript%3E",
                "/why?user=%3Cscript%3E&permission=member%3Aadd",
                "/why?user=x%40lab.example&permission=audit%3Aread&kind=instance",
                "/")) {
            assertThat(mallory.get(path).text()).as(path).contains("&lt;script").doesNotContain(script);
        }
    }
}
