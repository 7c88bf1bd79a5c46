package dev.roster.http.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.given.GivenUser;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.user.UserStatus;
import dev.roster.http.TestServer;
import dev.roster.http.TestServer.Answer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of people: who sees whom, what narrows it, its pages, its file. */
class PeoplePagesTest {
    private static final String XSS = "<img src=x onerror=alert(1)>";
    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");

    private final TestServer server = TestServer.start();
    private final Visitor visitor = new Visitor(server);
    private GivenUser ben;

    @BeforeEach
    void people() {
        server.given()
                .user("olga")
                .role(PredefinedRole.OWNER)
                .email("olga@lab.example")
                .password(Visitor.PASSWORD);
        server.given().user("mona").in("legal", PredefinedRole.MANAGER).password(Visitor.PASSWORD);
        server.given().user("ada").in("legal", PredefinedRole.ADMIN).password(Visitor.PASSWORD);
        server.given().user("anna").in("legal").password(Visitor.PASSWORD);
        ben = server.given().user("ben").in("other").email("ben@lab.example");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void ownersSeeEverybody() {
        String page = visitor.logIn("olga").get("/people/").text();

        assertThat(page)
                .contains(
                        "5 people",
                        ">ben</bdi>",
                        "ben@lab.example",
                        ">mona</bdi>",
                        "href=\"/invitations/new\"",
                        "href=\"/people/new\"",
                        "value=\"deactivate\"",
                        "value=\"delete\"",
                        "value=\"add\"",
                        "/v1/users/" + ben.id() + "/avatar");
    }

    @Test
    void managersSeeThePeopleOfTheirPlacesAndWhatTheyMayDoWithThem() {
        String page = visitor.logIn("mona").get("/people").text();

        assertThat(page)
                .contains("3 people", ">mona</bdi>", ">ada</bdi>", ">anna</bdi>", "value=\"add\"")
                .doesNotContain(
                        ">ben</bdi>",
                        ">olga</bdi>",
                        "value=\"deactivate\"",
                        "value=\"delete\"",
                        "/people/new",
                        "value=\"deleted\"",
                        "href=\"/invitations\"");
    }

    @Test
    void adminsSeeThemAndCanDoNothingWithThem() {
        assertThat(visitor.logIn("ada").get("/people/").text())
                .contains("3 people", "href=\"/people/\"")
                .doesNotContain("name=\"user\"", "/invitations/new", "/people/new");
    }

    @Test
    void annotatorsAreOfferedNothing() {
        visitor.logIn("anna");

        assertThat(visitor.get("/people/").status()).isEqualTo(403);
        assertThat(visitor.get("/people.csv").status()).isEqualTo(403);
        assertThat(visitor.get("/").text()).doesNotContain("href=\"/people/\"", "/invitations", "/service-accounts");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/people/", "/people.csv", "/people/new", "/invitations", "/invitations/new", "/service-accounts"
            })
    void nobodyIsLedToTheLogIn(String path) {
        Answer answer = visitor.get(path);

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).startsWith("/user/login/");
    }

    @ParameterizedTest
    @CsvSource({
        "q=BEN, 1",
        "q=lab.example, 2",
        "status=invited, 0",
        "status=active, 5",
        "q=&role=&status=&workspace=&sort=, 5"
    })
    void theListIsNarrowed(String query, int count) {
        visitor.logIn("olga");
        Answer answer = visitor.get("/people/?" + query);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains(count == 1 ? "1 person" : count + " people");
    }

    @ParameterizedTest
    @ValueSource(strings = {"status=nonsense", "sort=nonsense", "role=x", "workspace=x", "cursor=x", "q=a&q=b"})
    void whatMeansNothingIsRefused(String query) {
        assertThat(visitor.logIn("olga").get("/people/?" + query).status()).isEqualTo(400);
    }

    @Test
    void whoFindsNobodyIsToldWhatToDo() {
        assertThat(visitor.logIn("olga").get("/people/?q=nobody-at-all").text())
                .contains("No one matches this search.", "Show all people")
                .doesNotContain("<table");
    }

    @Test
    void everyPageIsReached() {
        for (int number = 0; number < 60; number++) {
            server.given().user("p" + number).in("crowd");
        }
        visitor.logIn("olga");
        String first =
                visitor.get("/people/?q=p&status=&sort=newest&done=nothing").text();
        Matcher next = NEXT.matcher(first);

        assertThat(next.find()).isTrue();
        Answer second = visitor.get(next.group(1).replace("&amp;", "&"));
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text()).contains("First page").doesNotContain("rel=\"next\"");
    }

    @Test
    void aScriptGetsTheListAlone() {
        visitor.logIn("olga");
        Answer part = visitor.ask("GET", "/people/?q=ben")
                .header("HX-Request", "true")
                .send();
        Answer back = visitor.ask("GET", "/people/?q=ben")
                .header("HX-Request", "true")
                .header("HX-History-Restore-Request", "true")
                .send();

        assertThat(part.text()).contains("1 person").doesNotContain("<html", "<h1");
        assertThat(back.text()).contains("<html", "1 person");
        assertThat(part.header("Vary")).contains("HX-Request");
    }

    @Test
    void somebodyIsOpenedBesideTheList() {
        visitor.logIn("olga");

        assertThat(visitor.get("/people/?q=lab&person=" + ben.id()).text())
                .contains("<html", "2 people", "Close the details", "/people/" + ben.id() + "/deactivate")
                .contains("aria-current=\"true\"");
        assertThat(visitor.get("/people/?person=ben").text()).contains("/people/" + ben.id() + "/deactivate");
        assertThat(visitor.get("/people/?person=nobody").status()).isEqualTo(404);
    }

    @Test
    void whatIsStoredStaysText() {
        server.given().user(XSS).in(server.given().workspace("xss-work"));
        visitor.logIn("olga");

        for (String path : List.of("/people/", "/people/?q=%3Cimg", "/people/?q=%22%3E%3Cscript%3E")) {
            assertThat(visitor.get(path).text()).doesNotContain("<img src=x", "\"><script");
        }
        assertThat(visitor.get("/people/?q=%3Cimg").text()).contains("&lt;img src=x");
    }

    @Test
    void theFileHoldsWhatIsFiltered() {
        server.given().user("=HYPERLINK(\"http://evil.example\")").status(UserStatus.DEACTIVATED);
        server.given().user(" @sum");
        visitor.logIn("olga");
        Answer file = visitor.get("/people.csv");

        assertThat(file.header("Content-Type")).startsWith("text/csv");
        assertThat(file.header("Content-Disposition")).isEqualTo("attachment; filename=\"people.csv\"");
        assertThat(file.text())
                .startsWith("\uFEFF\"username\",\"name\",\"email\",\"role\",\"status\"")
                .contains("\"ben\",\"ben\",\"ben@lab.example\",\"annotator\",\"active\"", "\"other\"\r\n")
                .contains("\"'=HYPERLINK(\"\"http://evil.example\"\")\"", "\"'@sum\"")
                .doesNotContain("\"=HYPERLINK", "\"@sum");
        assertThat(visitor.get("/people.csv?q=ben").text().lines()).hasSize(2);
    }

    @Test
    void theFileOfManagersHoldsThePeopleOfTheirPlaces() {
        assertThat(visitor.logIn("mona").get("/people.csv").text())
                .contains("\"anna\"")
                .doesNotContain("\"ben\"", "\"olga\"", "other");
    }

    @Test
    void whoIsDeletedIsShownWhereAskedFor() {
        server.given().user("gone").status(UserStatus.DELETED);
        visitor.logIn("olga");

        assertThat(visitor.get("/people/").text()).doesNotContain(">gone</bdi>");
        assertThat(visitor.get("/people/?status=deleted").text()).contains("1 person", ">gone</bdi>");
        assertThat(new Visitor(server)
                        .logIn("mona")
                        .get("/people/?status=deleted")
                        .status())
                .isEqualTo(403);
    }
}
