package dev.roster.http.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.user.UserStatus;
import dev.roster.http.HttpSettings;
import dev.roster.http.TestServer;
import dev.roster.http.TestServer.Answer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Logging in and out on the pages of the console, and what their session is good for. */
class LogInPagesTest {
    private static final String WRONG = "The e-mail and the password do not match.";

    private final TestServer server = TestServer.start();
    private final Visitor ivo = new Visitor(server);

    @BeforeEach
    void people() {
        server.given()
                .user("ivo")
                .role(PredefinedRole.OWNER)
                .email("ivo@lab.example")
                .password(Visitor.PASSWORD)
                .token("ivo-token");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"/user/login, ivo", "/user/login/, IVO@lab.example", "//user//login, Ivo"})
    void aNameOrAnAddressLetsIn(String path, String login) {
        Answer in = ivo.logIn(path, login, Visitor.PASSWORD);

        assertThat(in.status()).isEqualTo(302);
        assertThat(in.header("Location")).isEqualTo("/");
        assertThat(ivo.get("/").status()).isEqualTo(200);
        assertThat(ivo.get("/user/login/").header("Location")).isEqualTo("/");
    }

    @Test
    void theSessionIsHiddenFromScriptsAndOtherSites() {
        Answer in = ivo.logIn("/user/login/", "ivo", Visitor.PASSWORD);

        assertThat(Visitor.setCookie(in, "sessionid"))
                .contains("; HttpOnly", "; SameSite=Lax", "; Path=/;")
                .doesNotContain("Secure", "Max-Age");
        assertThat(Visitor.setCookie(in, "csrftoken"))
                .contains("; SameSite=Lax", "; Path=/")
                .doesNotContain("HttpOnly");
    }

    @Test
    void theSessionStaysWhereThatIsTicked() {
        ivo.get("/user/login/");
        Answer in = ivo.submit(
                "/user/login/", Map.of("email", "ivo", "password", Visitor.PASSWORD, "persist_session", "on"));

        assertThat(Visitor.setCookie(in, "sessionid"))
                .contains("; Max-Age=" + Duration.ofDays(14).toSeconds());
    }

    @ParameterizedTest
    @CsvSource({
        "https://roster.example, __Host-sessionid, /",
        "https://roster.example/, __Host-sessionid, /",
        "https://roster.example/team/roster, __Secure-sessionid, /team/roster/"
    })
    void underTlsTheCookieIsGuardedByItsName(String url, String name, String path) {
        try (TestServer secure =
                TestServer.start(HttpSettings.on("127.0.0.1", 0).withPublicUrl(url))) {
            secure.given().user("ida").password(Visitor.PASSWORD);
            Visitor ida = new Visitor(secure);
            ida.get("/user/login/");
            Map<String, String> fields = Map.of(
                    "email", "ida", "password", Visitor.PASSWORD, "csrfmiddlewaretoken", ida.cookie("csrftoken"));

            Answer in = ida.sent(ida.form("/user/login/", fields).header("Origin", "https://roster.example"));

            assertThat(in.status()).isEqualTo(302);
            assertThat(Visitor.setCookie(in, name)).contains("; Secure", "; HttpOnly", "; Path=" + path + ";");
            assertThat(Visitor.setCookie(in, "csrftoken")).contains("; Secure", "; Path=" + path + ";");
            assertThat(Visitor.setCookie(in, "sessionid")).isEmpty();
            assertThat(ida.get("/").status()).isEqualTo(200);
            assertThat(ida.sent(ida.form("/logout", Map.of()).header("Origin", "https://roster.example"))
                            .status())
                    .isEqualTo(302);
            assertThat(ida.cookie(name)).isEmpty();
        }
    }

    @Test
    void aCookieWithoutTheGuardedNameCountsForNothingUnderTls() {
        try (TestServer secure =
                TestServer.start(HttpSettings.on("127.0.0.1", 0).withPublicUrl("https://roster.example"))) {
            secure.given().user("ida").password(Visitor.PASSWORD);
            Visitor ida = new Visitor(secure).logIn("ida");
            String key = ida.cookie("sessionid");
            Visitor planted = new Visitor(secure).holding("sessionid", key);

            Answer answer = planted.ask("GET", "/user/account/")
                    .header("Referer", "https://roster.example/")
                    .send();

            assertThat(key).isNotEmpty();
            assertThat(answer.status()).isEqualTo(303);
        }
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        ivo.get("/user/login/");
        String token = ivo.cookie("csrftoken");

        refused(ivo, Map.of());
        refused(ivo, Map.of("csrfmiddlewaretoken", ""));
        refused(ivo, Map.of("csrfmiddlewaretoken", token.replace(token.charAt(0), 'z')));
        refused(new Visitor(server), Map.of("csrfmiddlewaretoken", token));
        refused(new Visitor(server).holding("csrftoken", "short"), Map.of("csrfmiddlewaretoken", "short"));
    }

    private static void refused(Visitor visitor, Map<String, String> more) {
        Map<String, String> fields = new HashMap<>(Map.of("email", "ivo", "password", Visitor.PASSWORD));
        fields.putAll(more);
        Answer answer = visitor.form("/user/login/", fields).send();
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(Visitor.setCookie(answer, "sessionid")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, null",
        "Origin, https://evil.example",
        "Origin, http://127.0.0.1:1",
        "Referer, https://evil.example/user/login"
    })
    void aFormOfAnotherSiteIsRefusedThoughItHasTheToken(String header, String value) {
        ivo.get("/user/login/");
        Map<String, String> fields =
                Map.of("email", "ivo", "password", Visitor.PASSWORD, "csrfmiddlewaretoken", ivo.cookie("csrftoken"));

        Answer answer = ivo.form("/user/login/", fields).header(header, value).send();

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).contains("public-url");
    }

    @Test
    void everyCauseIsToldInTheSameWords() {
        server.given().user("rex").password(Visitor.PASSWORD).status(UserStatus.DEACTIVATED);
        server.given().user("tim");
        String wrong = shown("ivo", "wrong-horse");

        assertThat(wrong).contains(WRONG);
        assertThat(shown("rex", Visitor.PASSWORD)).isEqualTo(wrong);
        assertThat(shown("tim", Visitor.PASSWORD)).isEqualTo(wrong);
        assertThat(shown("unknown", Visitor.PASSWORD)).isEqualTo(wrong);
    }

    /** The page after an attempt, without what differs by itself. */
    private String shown(String login, String password) {
        Answer answer = ivo.logIn("/user/login/", login, password);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("value=\"" + login + "\"").doesNotContain(password);
        return answer.text().replace("value=\"" + login + "\"", "");
    }

    @Test
    void whatIsMissingIsToldAtItsField() {
        Answer answer = ivo.logIn("/user/login/", "", "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text())
                .contains(
                        "id=\"email-error\">Fill this in.",
                        "id=\"password-error\">Fill this in.",
                        "aria-invalid=\"true\"");
    }

    @Test
    void whoGuessesWaitsAndIsToldHowLong() {
        Answer last = ivo.logIn("/user/login/", "ivo", "guess");
        for (int guess = 0; guess < 100 && last.status() == 200; guess++) {
            last = ivo.logIn("/user/login/", "ivo", "guess");
        }

        assertThat(last.status()).isEqualTo(429);
        assertThat(last.header("Retry-After")).isNotEmpty();
        assertThat(last.text()).contains("<form").doesNotContain(WRONG);
    }

    @Test
    void eachLogInIsAnotherSessionAndEndsTheOneBefore() {
        ivo.holding("sessionid", "rss_chosen-by-somebody-else-000000000").logIn("ivo");
        String first = ivo.cookie("sessionid");
        String token = ivo.cookie("csrftoken");

        ivo.submit("/user/login/", Map.of("email", "ivo", "password", Visitor.PASSWORD));

        assertThat(first).isNotEqualTo("rss_chosen-by-somebody-else-000000000");
        assertThat(ivo.cookie("sessionid")).isNotEqualTo(first);
        assertThat(ivo.cookie("csrftoken")).isNotEqualTo(token);
        assertThat(ivo.get("/").status()).isEqualTo(200);
        assertThat(new Visitor(server)
                        .holding("sessionid", first)
                        .get("/user/account/")
                        .status())
                .isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://elsewhere",
                "//evil.example",
                "///evil.example",
                "/%5Cevil.example",
                "%5Cevil.example",
                "javascript:alert(1)",
                "evil.example",
                "/%20/evil.example",
                "/a/..//evil.example",
                "/%252e%252e/evil",
                ""
            })
    void aLinkLeadsNowhereElse(String next) {
        Answer in = ivo.logIn("/user/login/?next=" + next, "ivo", Visitor.PASSWORD);

        assertThat(in.status()).isEqualTo(302);
        assertThat(in.header("Location")).isEqualTo("/");
        assertThat(ivo.get("/user/login/?next=" + next).header("Location")).isEqualTo("/");
    }

    @Test
    void aLinkWithinTheSiteIsFollowed() {
        assertThat(ivo.logIn("/user/login/?next=%2Fpeople%2F%3Fq%3Da%2526b", "ivo", Visitor.PASSWORD)
                        .header("Location"))
                .isEqualTo("/people/?q=a%26b");
    }

    @Test
    void whoWantsAPageIsLedBackToItAfterLoggingIn() {
        Answer answer = ivo.get("/?cursor=abc&x=1");

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/user/login/?next=%2F%3Fcursor%3Dabc%26x%3D1");
        assertThat(ivo.logIn(answer.header("Location"), "ivo", Visitor.PASSWORD).header("Location"))
                .isEqualTo("/?cursor=abc&x=1");
    }

    @Test
    void aPartOfAPageHasTheWholePageMoveOn() {
        Answer answer = ivo.ask("GET", "/").header("HX-Request", "true").send();

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("HX-Redirect")).isEqualTo("/user/login/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void loggingOutEndsTheSession(String method) {
        ivo.logIn("ivo");
        String session = ivo.cookie("sessionid");

        Answer out = ivo.sent(ivo.ask(method, "/logout").header("Origin", ivo.origin()));

        assertThat(out.status()).isEqualTo(302);
        assertThat(out.header("Location")).isEqualTo("/user/login/");
        assertThat(ivo.cookie("sessionid")).isEmpty();
        assertThat(ivo.holding("sessionid", session).get("/user/account/").status())
                .isEqualTo(303);
    }

    @ParameterizedTest
    @CsvSource({"Referer, https://evil.example/", "Sec-Fetch-Site, cross-site", "Sec-Fetch-Site, same-site"})
    void aLinkOfAnotherSiteOnlyAsksWhetherToLogOut(String header, String value) {
        ivo.logIn("ivo");

        Answer asked = ivo.sent(ivo.ask("GET", "/logout").header(header, value));
        Answer forced = ivo.sent(ivo.ask("POST", "/logout").header("Origin", "https://evil.example"));

        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.text()).contains("Log out?", "<form method=\"post\"");
        assertThat(forced.status()).isEqualTo(403);
        assertThat(ivo.get("/").status()).isEqualTo(200);
        assertThat(ivo.submit("/logout", Map.of()).status()).isEqualTo(302);
    }

    @Test
    void whatSomebodyTypedStaysText() {
        String typed = "\"><script>alert('x')</script>&${1}@template";

        Answer answer = ivo.logIn("/user/login/", typed, "wrong-horse");

        assertThat(answer.text()).doesNotContain("<script>", "\"><script").contains("&lt;script>");
    }

    @Test
    void theApiTakesTheSessionToo() {
        ivo.logIn("ivo");

        assertThat(ivo.get("/v1/me").at("/username")).isEqualTo("ivo");
        assertThat(ivo.ask("GET", "/v1/me")
                        .header("Authorization", "Bearer wrong")
                        .send()
                        .status())
                .isEqualTo(401);
        assertThat(new Visitor(server).get("/v1/me").status()).isEqualTo(401);
    }

    @Test
    void theApiTakesAChangeByASessionFromThisSiteAlone() {
        ivo.logIn("ivo");

        assertThat(change().send().status()).isEqualTo(403);
        assertThat(change().header("Origin", "https://evil.example")
                        .header("X-CSRFToken", ivo.cookie("csrftoken"))
                        .send()
                        .status())
                .isEqualTo(403);
        assertThat(change().header("X-CSRFToken", "a".repeat(64)).send().status())
                .isEqualTo(403);
        assertThat(change().header("Origin", ivo.origin()).send().status()).isEqualTo(200);
        assertThat(change().header("X-CSRFToken", ivo.cookie("csrftoken"))
                        .send()
                        .status())
                .isEqualTo(200);
        assertThat(server.ask("PATCH", "/v1/me")
                        .as("ivo-token")
                        .header("Origin", "https://evil.example")
                        .json("{\"last_name\":\"X\"}")
                        .send()
                        .status())
                .isEqualTo(200);
    }

    private TestServer.Ask change() {
        return ivo.ask("PATCH", "/v1/me").json("{\"last_name\":\"O\"}");
    }
}
