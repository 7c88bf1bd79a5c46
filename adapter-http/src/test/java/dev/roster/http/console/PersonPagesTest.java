package dev.roster.http.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.given.GivenUser;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.user.Stay;
import dev.roster.domain.user.UserStatus;
import dev.roster.http.TestServer;
import dev.roster.http.TestServer.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One person: what is shown of them, and what is done with their account. */
class PersonPagesTest {
    private static final Pattern SECRET = Pattern.compile("id=\"secret0\" value=\"([^\"]+)\"");

    private final TestServer server = TestServer.start();
    private final Visitor olga = new Visitor(server);
    private final Visitor mona = new Visitor(server);
    private GivenUser owner;
    private GivenUser ben;

    @BeforeEach
    void people() {
        owner = server.given().user("olga").role(PredefinedRole.OWNER).password(Visitor.PASSWORD);
        server.given().user("mona").in("legal", PredefinedRole.MANAGER).password(Visitor.PASSWORD);
        server.given().user("anna").in("legal").password(Visitor.PASSWORD);
        ben = server.given()
                .user("ben")
                .email("ben@lab.example")
                .in("legal", PredefinedRole.REVIEWER)
                .password(Visitor.PASSWORD);
        ben.apiKey("rak_ben-000000000000000000000000");
        olga.logIn("olga");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String page(String path) {
        return "/people/" + ben.id() + path;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ben", "BEN"})
    void somebodyIsFoundByName(String name) {
        assertThat(olga.get("/people/" + name).text())
                .contains(
                        "<h1>ben</h1>",
                        "ben@lab.example",
                        "reviewer",
                        "href=\"/workspaces/legal\"",
                        "a key",
                        page("/password"),
                        page("/delete"));
    }

    @Test
    void thePageOfAGuestSaysWhenTheStayEnds() {
        ben.staying(new Stay(server.given().workspace("legal").id(), Instant.parse("2026-12-31T00:00:00Z")));

        assertThat(olga.get(page("")).text())
                .contains("<dt>Guest</dt>", "2026-12-31 00:00 UTC", "ends with workspace legal");
        assertThat(mona.logIn("mona").get(page("")).text()).doesNotContain("<dt>Guest</dt>");
    }

    @Test
    void managersSeeWhatConcernsTheirPlaceAlone() {
        assertThat(mona.logIn("mona").get(page("")).text())
                .contains("<h1>ben</h1>", "legal", page("/add"))
                .doesNotContain("a key", page("/password"), page("/delete"), page("/role"), page("/deactivate"));
        assertThat(mona.get("/people/" + owner.id()).status()).isEqualTo(404);
        assertThat(mona.get("/people/olga").status()).isEqualTo(404);
    }

    @Test
    void aScriptGetsThePane() {
        assertThat(olga.ask("GET", page("?q=ben"))
                        .header("HX-Request", "true")
                        .send()
                        .text())
                .contains("Close the details", "href=\"/people/?q=ben\"")
                .doesNotContain("<html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/deactivate", "/delete", "/password", "/erase", "/reactivate"})
    void whatIsNotTheirsIsRefused(String path) {
        mona.logIn("mona");
        Visitor anna = new Visitor(server).logIn("anna");

        assertThat(mona.get(page(path)).status()).isEqualTo(403);
        assertThat(mona.submit(page(path), Map.of("way", "temporary")).status()).isEqualTo(403);
        assertThat(anna.get(page(path)).status()).isEqualTo(404);
        assertThat(anna.submit(page(path), Map.of()).status()).isEqualTo(404);
        assertThat(ben.user().isActive()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/deactivate", "/delete", "/password", "/add"})
    void aFormWithoutItsTokenDoesNothing(String path) {
        assertThat(olga.form(page(path), Map.of("way", "temporary")).send().status())
                .isEqualTo(403);
        assertThat(olga.form(page(path), Map.of("csrfmiddlewaretoken", olga.cookie("csrftoken")))
                        .header("Origin", "https://evil.example")
                        .send()
                        .status())
                .isEqualTo(403);
        assertThat(ben.user().isActive()).isTrue();
    }

    @Test
    void anAccountIsDeactivatedAndReactivatedDeletedAndErased() {
        assertThat(olga.get(page("/deactivate")).text()).contains("Deactivate ben?");
        assertThat(olga.submit(page("/deactivate"), Map.of()).header("Location"))
                .isEqualTo(page("?done=person.deactivated"));
        assertThat(ben.user().status()).isEqualTo(UserStatus.DEACTIVATED);
        assertThat(olga.get(page("?done=person.deactivated")).text())
                .contains("The account is deactivated.", page("/reactivate"))
                .doesNotContain(page("/deactivate"));

        assertThat(olga.submit(page("/reactivate"), Map.of()).status()).isEqualTo(303);
        assertThat(ben.user().isActive()).isTrue();

        assertThat(olga.get(page("/delete")).text()).contains("Delete ben?", "legal (reviewer)", "API keys");
        assertThat(olga.submit(page("/delete"), Map.of()).status()).isEqualTo(303);
        assertThat(ben.user().status()).isEqualTo(UserStatus.DELETED);
        assertThat(olga.get(page("")).text()).contains("Erase personal data").doesNotContain(page("/delete"));
        assertThat(new Visitor(server).logIn("mona").get(page("")).status()).isEqualTo(404);

        assertThat(olga.submit(page("/erase"), Map.of()).status()).isEqualTo(303);
        assertThat(ben.user().username().value()).startsWith("erased-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/delete", "/deactivate", "/role"})
    void whatWouldLoseTheLastOwnerIsNotOffered(String path) {
        String page = "/people/" + owner.id();

        assertThat(olga.get(page).text()).contains(page + "/password").doesNotContain(page + path);
        assertThat(olga.get(page + path).status()).isEqualTo(403);
        assertThat(olga.submit(page + path, Map.of("role", "annotator")).status())
                .isEqualTo(403);
        assertThat(owner.user().isActive()).isTrue();
        assertThat(owner.user().role().isOwner()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/delete", "/deactivate", "/role"})
    void besideAnotherOwnerItIsOffered(String path) {
        server.given().user("otto").role(PredefinedRole.OWNER);
        String page = "/people/" + owner.id();

        assertThat(olga.get(page).text()).contains(page + path);
        assertThat(olga.get(page + path).status()).isEqualTo(200);
    }

    /** However many people there are whose names hold it. */
    @Test
    void anExactNameIsFoundAmongMany() {
        for (int number = 0; number < 205; number++) {
            server.given().user("zoe-" + number).in("legal");
        }
        server.given().user("zoe").email("zoe@lab.example").in("legal");

        assertThat(olga.get("/people/zoe").text()).contains("<h1>zoe</h1>");
        assertThat(mona.logIn("mona").get("/people/Zoe").text()).contains("<h1>zoe</h1>");
        assertThat(mona.get("/people/zoe%40lab.example").text()).contains("<h1>zoe</h1>");
    }

    @Test
    void aTemporaryPasswordIsShownOnceAndLetsIn() {
        Answer answer = olga.submit(page("/password"), Map.of("way", "temporary"));
        Matcher secret = SECRET.matcher(answer.text());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(secret.find()).isTrue();
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(new Visitor(server)
                        .logIn("/user/login/", "ben", secret.group(1))
                        .text())
                .contains("Set a password of your own");
    }

    @Test
    void aLinkIsHandedOver() {
        Answer answer = olga.submit(page("/password"), Map.of("way", "link"));
        Matcher secret = SECRET.matcher(answer.text());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(secret.find()).isTrue();
        assertThat(secret.group(1)).contains("#rpr_");
        assertThat(answer.header("Location")).isEmpty();
    }

    @Test
    void anotherRoleIsShownBeforeItIsGiven() {
        String role = PredefinedRole.MANAGER.id().toString();

        assertThat(olga.get(page("/role")).text()).contains("Choose a role", "annotator");
        assertThat(olga.get(page("/role?role=" + role)).text()).contains("Change the role", "value=\"" + role + "\"");
        assertThat(olga.get(page("/role?role=no-such")).status()).isEqualTo(422);
        assertThat(olga.submit(page("/role"), Map.of("role", role)).header("Location"))
                .isEqualTo(page("?done=person.role-changed"));
        assertThat(ben.user().role().id()).isEqualTo(PredefinedRole.MANAGER.id());
        assertThat(mona.logIn("mona").get(page("/role")).status()).isEqualTo(403);
        assertThat(mona.submit(page("/role"), Map.of("role", role)).status()).isEqualTo(403);
    }

    @Test
    void aLinkIsMailed() {
        Answer answer = olga.submit(page("/password"), Map.of("way", "mail"));

        assertThat(answer.header("Location")).isEqualTo(page("?done=person.mailed"));
        assertThat(answer.text()).doesNotContain("rpr_");
    }

    @Test
    void somebodyIsAddedToAWorkspace() {
        server.given().workspace("vision");

        assertThat(olga.get(page("/add")).text()).contains("value=\"vision\"", "value=\"legal\"");
        Answer unknown = olga.submit(page("/add"), Map.of("workspace", "no such"));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.text()).contains("value=\"no such\"", "id=\"workspace-error\">No workspace “no such”.");
        assertThat(olga.submit(page("/add"), Map.of("workspace", "")).text()).contains("Fill this in.");

        assertThat(olga.submit(page("/add"), Map.of("workspace", "Vision", "role", "viewer"))
                        .header("Location"))
                .isEqualTo(page("?done=person.added"));
        assertThat(olga.get(page("")).text()).contains("vision", "viewer");
        assertThat(olga.submit(page("/add"), Map.of("workspace", "vision")).status())
                .isEqualTo(422);
    }

    @Test
    void managersAddToTheirWorkspacesAlone() {
        server.given().workspace("vision");
        GivenUser anna = server.given().user("andy").in("legal");
        mona.logIn("mona");
        String path = "/people/" + anna.id() + "/add";

        assertThat(mona.get(path).text()).contains("value=\"legal\"").doesNotContain("value=\"vision\"");
        assertThat(mona.submit(path, Map.of("workspace", "vision")).status()).isEqualTo(422);
        assertThat(mona.submit(path, Map.of("workspace", "legal")).status()).isEqualTo(422);
    }

    @Test
    void whatIsStoredStaysText() {
        GivenUser evil = server.given()
                .user("<script>alert(1)</script>")
                .in(server.given().workspace("w"));
        for (String path : List.of("", "/deactivate", "/delete", "/password", "/add")) {
            assertThat(olga.get("/people/" + evil.id() + path).text())
                    .as(path)
                    .contains("&lt;script&gt;")
                    .doesNotContain("<script>alert");
        }
    }

    @ParameterizedTest
    @CsvSource({"deactivate, DEACTIVATED, deactivated", "delete, DELETED, deleted"})
    void thoseSelectedAreAskedForAndEachHasAResult(String action, UserStatus status, String word) {
        String query = "user=" + ben.id() + "&user=" + owner.id();
        assertThat(olga.get("/people/selected?do=" + action + "&" + query).text())
                .contains("ben", "olga", "2");

        Answer answer = select("do=" + action + "&" + query);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains(">" + word + "<", "chip bad", "is the last active owner");
        assertThat(ben.user().status()).isEqualTo(status);
        assertThat(owner.user().isActive()).isTrue();
    }

    @Test
    void thoseSelectedAreAddedToAWorkspace() {
        server.given().workspace("vision");
        Answer answer = select("do=add&workspace=vision&role=viewer&user=" + ben.id() + "&user=" + owner.id());

        assertThat(answer.text()).contains(">added<").doesNotContain("chip bad");
        assertThat(select("do=add&workspace=nowhere&user=" + ben.id()).status()).isEqualTo(422);
    }

    @Test
    void whoSelectsNobodyOrTooManyIsTold() {
        assertThat(olga.get("/people/selected?do=delete").header("Location")).isEqualTo("/people/?done=chosen.none");
        assertThat(olga.get("/people/selected?do=delete" + ("&user=" + ben.id()).repeat(101))
                        .status())
                .isEqualTo(400);
        assertThat(olga.get("/people/selected?do=nonsense&user=" + ben.id()).status())
                .isEqualTo(403);
        assertThat(new Visitor(server)
                        .logIn("mona")
                        .get("/people/selected?do=delete&user=" + ben.id())
                        .status())
                .isEqualTo(403);
    }

    private Answer select(String body) {
        return olga.ask("POST", "/people/selected")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", olga.origin())
                .body((body + "&csrfmiddlewaretoken=" + olga.cookie("csrftoken")).getBytes(StandardCharsets.UTF_8))
                .send();
    }

    @Test
    void anAccountIsCreatedWithAPasswordToHandOver() {
        assertThat(olga.get("/people/new").text()).contains("name=\"username\"");
        Answer answer = olga.submit("/people/new", Map.of("username", "zoe", "first_name", "Zoë", "way", "temporary"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("Zoë", "value=\"zoe\"");
        assertThat(olga.get("/people/zoe").status()).isEqualTo(200);
    }

    @Test
    void whatIsWrongWithANewAccountStandsBesideItsField() {
        Answer answer = olga.submit(
                "/people/new",
                Map.of("username", "ben", "email", "no address", "way", "typed", "password", "short-secret"));
        Answer taken =
                olga.submit("/people/new", Map.of("username", "Ben", "way", "typed", "password", "correct-horse"));
        Answer noMail = olga.submit("/people/new", Map.of("username", "zoe", "way", "mail"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text())
                .contains("value=\"no address\"", "id=\"email-error\">Invalid e-mail address")
                .doesNotContain("short-secret");
        assertThat(taken.status()).isEqualTo(422);
        assertThat(taken.text()).contains("value=\"Ben\"").containsPattern("id=\"username-error\">[^<]+<");
        assertThat(noMail.text()).contains("id=\"email-error\">Fill this in to send a link.");
        assertThat(new Visitor(server).logIn("mona").get("/people/new").status())
                .isEqualTo(403);
    }
}
