package dev.roster.http.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.domain.role.PredefinedRole;
import dev.roster.http.HttpSettings;
import dev.roster.http.TestServer;
import dev.roster.http.TestServer.Answer;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What all pages of the console have in common. */
class ConsoleTest {
    private static final Pattern ADDRESS = Pattern.compile("(?:href|src|action|content)=\"(/[^\"]*)\"");

    private final TestServer server = TestServer.start();
    private final Visitor olga = new Visitor(server);

    @BeforeEach
    void people() {
        server.given().user("olga").role(PredefinedRole.OWNER).password(Visitor.PASSWORD);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/user/login/", "/nowhere"})
    void pagesRunOnlyTheirOwnScriptsAndAreFramedByNobody(String path) {
        if (!path.equals("/user/login/")) {
            olga.logIn("olga");
        }
        Answer page = olga.get(path);

        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=utf-8");
        assertThat(page.header("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                        + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.text())
                .contains("<html lang=\"en\">", "<h1>", "<main", "class=\"skip\"")
                .doesNotContain("http://", "https://", "<script>", "<style", "style=", "javascript:")
                .doesNotContainPattern(" on[a-z]+=");
    }

    @Test
    void aPageIsMadeOfFilesThatAreThereAndStayForAYear() {
        List<String> files = ADDRESS.matcher(olga.get("/user/login/").text())
                .results()
                .map(found -> found.group(1))
                .filter(address -> address.startsWith("/console/"))
                .map(address -> address.replaceAll("#.*", ""))
                .distinct()
                .toList();

        assertThat(files).hasSize(4).allSatisfy(address -> {
            Answer file = olga.get(address);
            assertThat(file.status()).as(address).isEqualTo(200);
            assertThat(file.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
            assertThat(olga.get(address.replaceAll("[?].*", "?v=old")).header("Cache-Control"))
                    .isEqualTo("max-age=300");
        });
        assertThat(olga.get("/console/console.css").header("Content-Type")).startsWith("text/css");
        assertThat(olga.get("/console/icons.svg").header("Content-Type")).startsWith("image/svg+xml");
        assertThat(olga.get("/console/htmx.min.js").header("Content-Type")).startsWith("text/javascript");
        assertThat(olga.get("/console/texts.properties").status()).isEqualTo(404);
        assertThat(olga.get("/console/..%2ftexts.properties").status()).isBetween(400, 404);
    }

    @Test
    void whatIsNotThereIsAPageForBrowsersAndAProblemForOthers() {
        Answer page = olga.get("/nowhere");
        Answer problem = server.ask("GET", "/nowhere").send();
        Answer post = olga.sent(olga.ask("POST", "/nowhere"));

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text()).contains("<h1>Not found</h1>");
        assertThat(problem.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(post.status()).isEqualTo(404);
        assertThat(server.ask("GET", "/v1/nowhere")
                        .header("Accept", "text/html")
                        .send()
                        .header("Content-Type"))
                .isEqualTo("application/problem+json");
    }

    @Test
    void whoAsksForNoPageFindsNothingAtTheRoot() {
        Answer problem = server.ask("GET", "/").send();

        assertThat(problem.status()).isEqualTo(404);
        assertThat(problem.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(server.ask("GET", "/")
                        .header("Accept", "application/json")
                        .send()
                        .status())
                .isEqualTo(404);
        assertThat(server.ask("GET", "/")
                        .header("Accept", "text/html;q=0.4, application/json")
                        .send()
                        .status())
                .isEqualTo(404);
    }

    @Test
    void rootShowsVisitorsWithABrowserWhatThisIsAndWhereToGo() {
        Answer page = olga.get("/");
        Answer head = olga.sent(olga.ask("HEAD", "/"));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=utf-8");
        assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(page.text())
                .contains("<h1>Users and roles of your annotation tools</h1>")
                .contains("href=\"/user/login/\"", "href=\"/docs\"", "href=\"/openapi.json\"")
                .doesNotContain("http://", "https://", "<script>", "<form");
        assertThat(List.of("/user/login/", "/docs", "/openapi.json", "/forgot-password"))
                .allSatisfy(link -> assertThat(olga.get(link).status()).as(link).isEqualTo(200));
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Content-Type")).isEqualTo("text/html;charset=utf-8");
        assertThat(head.text()).isEmpty();
    }

    @Test
    void rootShowsNoVersion() {
        assertThat(olga.get("/").text()).doesNotContainPattern("[0-9]+\\.[0-9]+\\.[0-9]+");
    }

    @Test
    void rootIsTheHomePageOfThoseWhoAreLoggedIn() {
        assertThat(olga.logIn("olga").get("/").text())
                .contains("aria-current=\"page\"")
                .doesNotContain("href=\"/user/login/\"");
    }

    @Test
    void whoTakesNoPageIsToldAProblem() {
        Answer problem = server.ask("DELETE", "/user/login/")
                .header("Accept", "application/json")
                .send();

        assertThat(problem.status()).isEqualTo(405);
        assertThat(problem.header("Allow")).contains("GET", "POST");
        assertThat(problem.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void whatIsStoredStaysText() {
        server.given()
                .user("<img src=x onerror=alert(1)>")
                .email("x@lab.example")
                .password(Visitor.PASSWORD)
                .in(server.given().organization("<script>alert(1)</script>"));
        Visitor mallory = new Visitor(server).logIn("x@lab.example");

        assertThat(mallory.get("/").text())
                .contains("&lt;img src=x", "&lt;script")
                .doesNotContain("<img src=x", "<script>");
    }

    @Test
    void aLinkHasAPageSayOnlyWhatThereIsATextFor() {
        olga.logIn("olga");

        assertThat(olga.get("/?done=%3Cb%3Eyou+won").text()).doesNotContain("you won", "class=\"notice ");
        assertThat(olga.get("/?done=nothing.known").text()).doesNotContain("class=\"notice ");
    }

    @Test
    void theNavigationNamesPagesThatAreThere() {
        olga.logIn("olga");
        String home = olga.get("/").text();
        List<String> links = ADDRESS.matcher(home)
                .results()
                .map(MatchResult::group)
                .filter(link -> link.startsWith("href=\"/") && !link.contains("/console/"))
                .map(link -> link.substring("href=\"".length(), link.length() - 1))
                .distinct()
                .toList();

        assertThat(home).contains("aria-current=\"page\"");
        assertThat(links)
                .contains("/")
                .allSatisfy(link -> assertThat(olga.get(link).status()).as(link).isEqualTo(200));
    }

    @Test
    void everyAddressStartsWithThePathOfTheSite() {
        try (TestServer behind =
                TestServer.start(HttpSettings.on("127.0.0.1", 0).withPublicUrl("http://roster.example/team/roster"))) {
            behind.given().user("ida").password(Visitor.PASSWORD);
            Visitor ida = new Visitor(behind);
            Answer front = new Visitor(behind).get("/");
            Answer unknown = ida.get("/?x=1");
            Answer page = ida.get("/user/login/");
            Answer in = ida.logIn("/user/login/?next=%2Fteam%2Froster%2Fpeople", "ida", Visitor.PASSWORD);
            Answer elsewhere = ida.get("/user/login/?next=%2Fteam%2Frosters");
            Answer above = ida.get("/user/login/?next=%2Fteam%2Froster%2F..%2Fother");

            assertThat(ADDRESS.matcher(front.text()).results().map(found -> found.group(1)))
                    .contains("/team/roster/user/login/", "/team/roster/docs", "/team/roster/openapi.json")
                    .allMatch(address -> address.startsWith("/team/roster/"));
            assertThat(unknown.header("Location"))
                    .isEqualTo("/team/roster/user/login/?next=%2Fteam%2Froster%2F%3Fx%3D1");
            assertThat(Visitor.setCookie(page, "csrftoken")).contains("; Path=/team/roster/;");
            assertThat(in.header("Location")).isEqualTo("/team/roster/people");
            assertThat(elsewhere.header("Location")).isEqualTo("/team/roster/");
            assertThat(above.header("Location")).isEqualTo("/team/roster/");
            for (String path : List.of("/", "/nowhere", "/docs")) {
                assertThat(ADDRESS.matcher(ida.get(path).text()).results().map(found -> found.group(1)))
                        .as(path)
                        .isNotEmpty()
                        .allMatch(address -> address.startsWith("/team/roster/"));
            }
            assertThat(ida.get("/openapi.json").at("/servers/0/url")).isEqualTo("/team/roster/");
        }
    }
}
