package dev.roster.http.labelstudio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.UserStatus;
import dev.roster.http.HttpSettings;
import dev.roster.http.TestServer;
import dev.roster.http.TestServer.Answer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Logging in with a browser, and as the legacy client does (contract §1.7, §6, §7.2, §11 lines 23 to 25). */
class LogInPagesTest {
    private static final String WRONG = "The e-mail and the password do not match.";

    private final LabelStudioServer server = new LabelStudioServer();
    private final Browser browser = Browser.at(server);

    @BeforeEach
    void people() {
        person("ivo");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void person(String name) {
        server.user(name, PredefinedRole.ANNOTATOR).password(Browser.PASSWORD).in(server.organization());
    }

    @ParameterizedTest
    @CsvSource({"/label-studio, /user/login", "/label-studio, /user/login/", "'', /user/login", "'', /user/login/"})
    void theLegacyClientGetsFromAPasswordToTheToken(String mount, String path) {
        try (LabelStudioServer root =
                new LabelStudioServer(HttpSettings.on("127.0.0.1", 0).withRootDialect("label-studio"))) {
            root.user("ida", PredefinedRole.ANNOTATOR)
                    .password(Browser.PASSWORD)
                    .in(root.organization());
            Browser client = new Browser(root.server(), mount);

            assertThat(client.get(path).status()).isEqualTo(200);
            Map<String, String> fields = Map.of(
                    "email",
                    "IDA@lab.example",
                    "password",
                    Browser.PASSWORD,
                    "csrfmiddlewaretoken",
                    client.cookie("csrftoken"));
            Answer in = client.sent(client.form(path, fields).header("Referer", client.origin() + mount));

            assertThat(in.status()).isEqualTo(302);
            // At the root the console has that page, and leads to its own home.
            assertThat(in.header("Location")).isEqualTo(mount.isEmpty() ? "/" : mount + "/projects/");
            assertThat(client.get("/projects/").status()).isEqualTo(200);
            assertThat(client.get("/projects/").text()).contains("ida");
            assertThat(client.get("/api/current-user/token").at("/token")).isEqualTo("ida-token");
        }
    }

    @Test
    void theSessionIsHiddenFromScriptsAndOtherSites() {
        browser.get("/user/login");
        Answer in = browser.submit("/user/login", Map.of("email", "ivo", "password", Browser.PASSWORD));

        assertThat(Browser.setCookie(in, "sessionid"))
                .contains("; HttpOnly", "; SameSite=Lax", "; Path=/")
                .doesNotContain("Secure", "Max-Age");
        assertThat(Browser.setCookie(in, "csrftoken"))
                .contains("; SameSite=Lax", "; Path=/")
                .doesNotContain("HttpOnly");
    }

    @Test
    void theSessionStaysInTheBrowserWhereThatIsTicked() {
        browser.get("/user/login");
        Answer in = browser.submit(
                "/user/login", Map.of("email", "ivo", "password", Browser.PASSWORD, "persist_session", "on"));

        assertThat(Browser.setCookie(in, "sessionid"))
                .contains("; Max-Age=" + Duration.ofDays(14).toSeconds());
    }

    @Test
    void cookiesAreForTlsAloneWhereTheServerIsReachedByIt() {
        HttpSettings behindTls = HttpSettings.on("127.0.0.1", 0).withPublicUrl("https://roster.example/here");
        try (LabelStudioServer secure = new LabelStudioServer(behindTls)) {
            secure.user("ida", PredefinedRole.ANNOTATOR)
                    .password(Browser.PASSWORD)
                    .in(secure.organization());
            Browser client = Browser.at(secure);
            client.get("/user/login");
            Map<String, String> fields = Map.of(
                    "email", "ida", "password", Browser.PASSWORD, "csrfmiddlewaretoken", client.cookie("csrftoken"));

            Answer plain = client.form("/user/login", fields)
                    .header("Origin", "http://roster.example")
                    .send();
            Answer in = client.form("/user/login", fields)
                    .header("Origin", "https://roster.example:443")
                    .send();

            assertThat(plain.status()).isEqualTo(403);
            assertThat(in.status()).isEqualTo(302);
            assertThat(Browser.setCookie(in, "__Secure-sessionid")).contains("; Secure", "; Path=/here/;");
            assertThat(Browser.setCookie(in, "csrftoken")).contains("; Secure");
        }
    }

    @Test
    void line24AFormWithoutItsTokenIsRefused() {
        browser.get("/user/login");
        String token = browser.cookie("csrftoken");
        Browser without = Browser.at(server);

        assertThat(refused(browser, Map.of()).text()).contains("without the token");
        refused(browser, Map.of("csrfmiddlewaretoken", ""));
        refused(browser, Map.of("csrfmiddlewaretoken", token.replace(token.charAt(0), 'z')));
        refused(without, Map.of("csrfmiddlewaretoken", token));
        refused(without.holding("csrftoken", "short"), Map.of("csrfmiddlewaretoken", "short"));
        refused(without.holding("csrftoken", ""), Map.of("csrfmiddlewaretoken", ""));
    }

    private Answer refused(Browser from, Map<String, String> more) {
        Map<String, String> fields = new HashMap<>(Map.of("email", "ivo", "password", Browser.PASSWORD));
        fields.putAll(more);
        for (String path : List.of("/user/login", "/user/login/", "/user/signup", "/user/signup/")) {
            Answer answer = from.form(path, fields).send();
            assertThat(answer.status()).as(path).isEqualTo(403);
            assertThat(answer.header("Content-Type")).startsWith("text/html");
            assertThat(Browser.setCookie(answer, "sessionid")).isEmpty();
        }
        return from.form("/user/login", fields).send();
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, null",
        "Origin, https://evil.example",
        "Origin, http://127.0.0.1.evil.example",
        "Origin, http://127.0.0.1:1",
        "Origin, ://",
        "Referer, https://evil.example/user/login",
        "Referer, nonsense"
    })
    void aFormOfAnotherSiteIsRefusedThoughItHasTheToken(String header, String value) {
        browser.get("/user/login");
        Map<String, String> fields = Map.of(
                "email", "ivo", "password", Browser.PASSWORD, "csrfmiddlewaretoken", browser.cookie("csrftoken"));

        Answer answer =
                browser.form("/user/login", fields).header(header, value).send();

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).contains("public-url");
        assertThat(Browser.setCookie(answer, "sessionid")).isEmpty();
    }

    @Test
    void everyCauseIsToldInTheSameWords() {
        person("mia");
        server.user("rex", PredefinedRole.ANNOTATOR)
                .password(Browser.PASSWORD)
                .in(server.organization())
                .status(UserStatus.DEACTIVATED);
        server.user("nora", PredefinedRole.OWNER).password(Browser.PASSWORD);
        server.user("tim", PredefinedRole.ANNOTATOR).in(server.organization());
        String wrong = shown("mia", "wrong-horse");

        assertThat(wrong).contains(WRONG);
        assertThat(shown("rex", Browser.PASSWORD)).isEqualTo(wrong);
        assertThat(shown("nora", Browser.PASSWORD)).isEqualTo(wrong);
        assertThat(shown("tim", Browser.PASSWORD)).isEqualTo(wrong);
        assertThat(shown("unknown", Browser.PASSWORD)).isEqualTo(wrong);
        assertThat(browser.cookie("sessionid")).isEmpty();
    }

    /** The page after an attempt, without what differs by itself. */
    private String shown(String login, String password) {
        Answer answer = browser.logIn("/user/login", login, password);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("value=\"" + login + "\"").doesNotContain(password);
        return answer.text().replace("value=\"" + login + "\"", "");
    }

    @Test
    void whoBelongsNowhereKeepsNoSession() {
        var nora = server.user("nora", PredefinedRole.OWNER).password(Browser.PASSWORD);

        browser.logIn("nora");

        assertThat(server.server().fakes().ports().sessions().of(nora.id())).isEmpty();
    }

    @Test
    void whatIsMissingIsToldAtItsField() {
        Answer answer = browser.logIn("/user/login", "", "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text())
                .contains(
                        "id=\"email-error\">This field is required.", "id=\"password-error\">This field is required.");
    }

    @Test
    void whoGuessesWaitsAndIsToldHowLong() {
        Answer last = browser.logIn("/user/login", "ivo", "guess");
        for (int guess = 0; guess < 100 && last.status() == 200; guess++) {
            last = browser.logIn("/user/login", "ivo", "guess");
        }

        assertThat(last.status()).isEqualTo(429);
        assertThat(last.header("Retry-After")).isNotEmpty();
        assertThat(last.text()).contains("<form").doesNotContain(WRONG);
    }

    @Test
    void eachLogInIsAnotherSessionAndEndsTheOneBefore() {
        browser.holding("sessionid", "rss_chosen-by-somebody-else-000000000");
        browser.logIn("ivo");
        String first = browser.cookie("sessionid");
        String token = browser.cookie("csrftoken");

        browser.submit("/user/login", Map.of("email", "ivo", "password", Browser.PASSWORD));

        assertThat(first).isNotEqualTo("rss_chosen-by-somebody-else-000000000");
        assertThat(browser.cookie("sessionid")).isNotEqualTo(first);
        assertThat(browser.cookie("csrftoken")).isNotEqualTo(token);
        assertThat(whoAmI(browser).status()).isEqualTo(200);
        assertThat(whoAmI(Browser.at(server).holding("sessionid", first)).status())
                .isEqualTo(401);
    }

    private static Answer whoAmI(Browser client) {
        return client.get("/api/current-user/whoami");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://elsewhere",
                "https://elsewhere/",
                "//evil.example",
                "///evil.example",
                "/%5Cevil.example",
                "%5Cevil.example",
                "/%5C/evil.example",
                "javascript:alert(1)",
                "data:text/html,x",
                "evil.example",
                "/%20/evil.example",
                "/a%C3%A4",
                ""
            })
    void line23ALinkLeadsNowhereElse(String next) {
        Answer in = browser.logIn("/user/login/?next=" + next, "ivo", Browser.PASSWORD);

        assertThat(in.status()).isEqualTo(302);
        assertThat(in.header("Location")).isEqualTo("/label-studio/projects/");
        assertThat(browser.get("/user/login/?next=" + next).header("Location")).isEqualTo("/label-studio/projects/");
        assertThat(browser.get("/user/signup/?next=" + next).header("Location")).isEqualTo("/label-studio/projects/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%09/evil.example", "/%0D%0ASet-Cookie:a=b", "%00//evil.example"})
    void line23AControlCharacterLeadsNowhere(String next) {
        Answer in = browser.logIn("/user/login/?next=" + next, "ivo", Browser.PASSWORD);

        assertThat(in.status()).isGreaterThanOrEqualTo(400);
        assertThat(in.header("Location")).isEmpty();
    }

    @Test
    void aLinkWithinTheSiteIsFollowed() {
        assertThat(browser.logIn("/user/login/?next=%2Fuser%2Faccount%2F%3Ftab%3D1", "ivo", Browser.PASSWORD)
                        .header("Location"))
                .isEqualTo("/user/account/?tab=1");
    }

    @Test
    void whoIsInIsLedOn() {
        browser.logIn("ivo");

        for (String path : List.of("/user/login", "/user/login/", "/user/signup", "/user/signup/")) {
            Answer answer = browser.get(path);
            assertThat(answer.status()).as(path).isEqualTo(302);
            assertThat(answer.header("Location")).isEqualTo("/label-studio/projects/");
        }
    }

    @ParameterizedTest
    @CsvSource({"GET, /logout", "GET, /logout/", "POST, /logout", "POST, /logout/"})
    void loggingOutEndsTheSession(String method, String path) {
        browser.logIn("ivo");
        String session = browser.cookie("sessionid");

        Answer out = browser.sent(browser.ask(method, path).header("Origin", browser.origin()));

        assertThat(out.status()).isEqualTo(302);
        assertThat(out.header("Location")).isEqualTo("/label-studio/user/login/");
        assertThat(browser.cookie("sessionid")).isEmpty();
        assertThat(whoAmI(browser.holding("sessionid", session)).status()).isEqualTo(401);
        assertThat(browser.get("/projects").header("Location"))
                .isEqualTo("/label-studio/user/login/?next=%2Flabel-studio%2Fprojects%2F");
        assertThat(browser.cookie("sessionid")).isEmpty();
        assertThat(browser.get(path).status()).isEqualTo(302);
    }

    @ParameterizedTest
    @CsvSource({"Referer, https://evil.example/", "Sec-Fetch-Site, cross-site", "Sec-Fetch-Site, same-site"})
    void linkOfAnotherSiteLogsNobodyOut(String header, String value) {
        browser.logIn("ivo");

        Answer led = browser.sent(browser.ask("GET", "/logout").header(header, value));
        Answer forced = browser.sent(browser.ask("POST", "/logout").header("Origin", "https://evil.example"));
        Answer unproven = browser.sent(browser.ask("POST", "/logout"));

        assertThat(led.status()).isEqualTo(302);
        assertThat(led.header("Location")).isEqualTo("/label-studio/projects/");
        assertThat(forced.status()).isEqualTo(403);
        assertThat(unproven.status()).isEqualTo(403);
        assertThat(whoAmI(browser).status()).isEqualTo(200);
        assertThat(browser.get("/projects/").text()).contains(browser.cookie("csrftoken"));
        assertThat(browser.sent(browser.form("/logout", Map.of("csrfmiddlewaretoken", browser.cookie("csrftoken"))))
                        .status())
                .isEqualTo(302);
        assertThat(whoAmI(browser).status()).isEqualTo(401);
    }

    @Test
    void line25ASessionEndsUnusedAndAtItsLimit() {
        browser.logIn("ivo");
        for (int day = 0; day < 13; day++) {
            assertThat(whoAmI(browser).status()).as("day " + day).isEqualTo(200);
            pass(Duration.ofDays(1));
        }
        pass(Duration.ofDays(1).plusMinutes(1));
        assertThat(whoAmI(browser).status()).isEqualTo(401);

        browser.logIn("ivo");
        pass(Duration.ofDays(5).plusMinutes(1));
        assertThat(whoAmI(browser).status()).isEqualTo(401);
        assertThat(browser.get("/projects/").status()).isEqualTo(302);
    }

    private void pass(Duration time) {
        server.server().fakes().clock().advance(time);
    }

    @Test
    void whoIsRemovedFromTheirLastOrganizationIsOutAtOnce() {
        browser.logIn("ivo");
        var ivo = server.server()
                .fakes()
                .ports()
                .users()
                .findByLogin(NameKey.of("ivo"))
                .orElseThrow();
        assertThat(whoAmI(browser).status()).isEqualTo(200);

        assertThat(server.server()
                        .ask(
                                "DELETE",
                                "/v1/organizations/" + server.organization().id() + "/members/" + ivo.id())
                        .as("olga-token")
                        .send()
                        .status())
                .isEqualTo(204);

        assertThat(whoAmI(browser).status()).isEqualTo(401);
        assertThat(browser.get("/projects/").status()).isEqualTo(302);
        assertThat(browser.logIn("ivo").text()).contains(WRONG);
    }

    @Test
    void whatSomebodyTypedStaysText() {
        String typed = "\"><script>alert('x')</script>&{{csrf}}$1\\";

        Answer answer = browser.logIn("/user/login", typed, "wrong-horse");

        assertThat(answer.text())
                .contains("value=\"&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;{{csrf}}$1\\\"")
                .doesNotContain("<script");
    }

    @Test
    void whatIsStoredStaysText() {
        server.given()
                .user("<img src=x onerror=alert(1)>")
                .email("x@lab.example")
                .password(Browser.PASSWORD)
                .in(server.given().organization("<script>alert(1)</script>"));

        browser.logIn("x@lab.example");

        assertThat(browser.get("/projects/").text())
                .contains("&lt;img src=x", "&lt;script&gt;")
                .doesNotContain("<img", "<script");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/user/login", "/user/signup/", "/user/signup/sent/", "/projects/"})
    void pagesRunNothingAndAreFramedByNobody(String path) {
        if (path.equals("/projects/")) {
            browser.logIn("ivo");
        }
        Answer page = browser.get(path);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=utf-8");
        assertThat(page.header("Content-Security-Policy"))
                .startsWith("default-src 'none'")
                .contains("frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'")
                .doesNotContain("script-src", "unsafe");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(page.text())
                .doesNotContain("<script", "http://", "https://", "style=", "{{")
                .doesNotContainPattern(" on[a-z]+=");
    }

    @Test
    void aSessionChangesSomethingOnlyFromThisSite() {
        browser.logIn("ivo");
        String path = "/api/current-user/reset-token/";

        assertThat(browser.ask("POST", path).send().status()).isEqualTo(403);
        assertThat(browser.ask("POST", path)
                        .header("Origin", "https://evil.example")
                        .header("X-CSRFToken", browser.cookie("csrftoken"))
                        .send()
                        .status())
                .isEqualTo(403);
        assertThat(browser.ask("POST", path)
                        .header("X-CSRFToken", "a".repeat(64))
                        .send()
                        .status())
                .isEqualTo(403);
        Answer refused = browser.ask("POST", path).send();
        assertThat(refused.at("/status_code")).isEqualTo("403");
        assertThat(refused.at("/detail")).contains("CSRF");
        assertThat(browser.get("/api/current-user/token").at("/token")).isEqualTo("ivo-token");

        assertThat(browser.ask("POST", path)
                        .header("Origin", browser.origin())
                        .send()
                        .status())
                .isEqualTo(201);
        assertThat(browser.ask("POST", path)
                        .header("X-CSRFToken", browser.cookie("csrftoken"))
                        .send()
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aTokenNeverNeedsAnOrigin() {
        browser.logIn("ivo");

        Answer other = browser.ask("POST", "/api/current-user/reset-token/")
                .header("Authorization", "Token ada-token")
                .header("Origin", "https://evil.example")
                .send();

        assertThat(other.status()).isEqualTo(201);
        assertThat(browser.get("/api/current-user/token").at("/token")).isEqualTo("ivo-token");
    }

    @Test
    void onlyTheKeyOfASessionIsASession() {
        TestServer.Ask token =
                Browser.at(server).holding("sessionid", "ivo-token").ask("GET", "/api/current-user/whoami");
        TestServer.Ask foreign =
                Browser.at(server).holding("sessionid", "eyJ0ZXN0IjoxfQ:1abc:x").ask("GET", "/api/current-user/whoami");

        assertThat(token.send().status()).isEqualTo(401);
        assertThat(foreign.send().status()).isEqualTo(401);
    }

    @Test
    void aCookieOfAnotherApplicationIsNoGuess() {
        for (int request = 0; request < 60; request++) {
            Browser.at(server)
                    .holding("sessionid", "0123456789abcdef0123456789abcdef")
                    .get("/user/login");
        }

        assertThat(server.server().ask("GET", "/v1/me").as("wrong").send().status())
                .isEqualTo(401);
    }
}
