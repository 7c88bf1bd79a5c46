package dev.roster.bootstrap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Logging in and out. */
class LogInBrowserIT {
    @RegisterExtension
    final Visitors visitors = new Visitors();

    private static Site site;

    @BeforeAll
    static void start() throws Exception {
        site = Site.owned();
        site.person("ana", "annotator");
    }

    @AfterAll
    static void stop() throws Exception {
        site.close();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void leadsHomeAndOutAgain(Way way) {
        Visitor ana = visitors.to(site, way).logIn("ana");
        assertThat(ana.page().locator("h1").innerText()).isNotEmpty();

        logOut(ana);

        ana.goTo("/").follow("Log in");
        assertThat(ana.path()).isEqualTo("/user/login/");
    }

    /** The button is in a menu that opens without any script. */
    private static void logOut(Visitor visitor) {
        visitor.page().locator("details.account > summary").click();
        visitor.press("Log out");
        assertThat(visitor.path()).isEqualTo("/user/login/");
    }

    @Test
    void takesTheEmailAddressToo() {
        Visitor ana = visitors.to(site).goTo("/user/login/");

        ana.field("email").fill("ana@lab.example");
        ana.field("password").fill(Site.PASSWORD);
        ana.submit("password");

        assertThat(ana.path()).isEqualTo("/");
    }

    @Test
    void keyboardIsEnough() {
        Visitor ana = visitors.to(site).goTo("/user/login/");

        ana.atFirstField().type("ana").key("Tab").type(Site.PASSWORD).key("Enter");

        ana.page().waitForURL(site.url() + "/");
        ana.key("Tab");
        assertThat(ana.focused()).as("the first stop").isEqualTo("Skip to content");
    }

    @Test
    void wrongPasswordKeepsTheNameAndNotThePassword() {
        Visitor ana = visitors.to(site).goTo("/user/login/");

        ana.field("email").fill("ana");
        ana.field("password").fill("not-it");
        ana.submit("password");

        ana.sees("do not match");
        assertThat(ana.path()).isEqualTo("/user/login/");
        assertThat(ana.field("email").inputValue()).isEqualTo("ana");
        assertThat(ana.field("password").inputValue()).isEmpty();
    }

    @Test
    void leadsToThePageThatWasAskedFor() {
        Visitor ana = visitors.to(site).goTo("/?seen=all");
        assertThat(ana.path()).isEqualTo("/user/login/");

        ana.field("email").fill("ana");
        ana.field("password").fill(Site.PASSWORD);
        ana.submit("password");

        assertThat(ana.page().url()).isEqualTo(site.url() + "/?seen=all");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example",
                "\\\\evil.example",
                "javascript:alert(1)",
                "/%2f/evil.example"
            })
    void neverLeadsAway(String next) {
        Visitor ana = visitors.to(site);
        ana.goTo("/user/login/?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));

        ana.expecting(404);
        ana.field("email").fill("ana");
        ana.field("password").fill(Site.PASSWORD);
        ana.submit("password");

        assertThat(ana.page().url()).startsWith(site.url() + "/");
    }

    @Test
    void cookieIsNewWithEachLogInAndDeadAfterTheLogOut() {
        Visitor ana = visitors.to(site).logIn("ana");
        Cookie first = session(ana).orElseThrow();
        assertThat(first.httpOnly).isTrue();
        assertThat(first.sameSite).isEqualTo(SameSiteAttribute.LAX);

        logOut(ana);
        assertThat(session(ana)).isEmpty();
        ana.logIn("ana");

        assertThat(session(ana).orElseThrow().value).isNotEqualTo(first.value);
        Visitor thief = visitors.to(site);
        thief.bring(first);
        thief.goTo("/user/account/");
        assertThat(thief.path()).isEqualTo("/user/login/");
    }

    @Test
    void cookieThatWasPlantedIsNotTaken() {
        Visitor ana = visitors.to(site);
        ana.bring(new Cookie("sessionid", "planted-by-somebody").setUrl(site.url()));

        ana.logIn("ana");

        assertThat(session(ana).orElseThrow().value).isNotEqualTo("planted-by-somebody");
    }

    @Test
    void formOfAnotherSiteChangesNothing() {
        Visitor ana = visitors.to(site).logIn("ana");

        APIResponse answer = ana.send("/logout", Map.of("Origin", "https://evil.example"), Map.of());

        assertThat(answer.status()).isEqualTo(403);
        ana.goTo("/user/account/");
        assertThat(ana.path()).isEqualTo("/user/account/");
    }

    private static Optional<Cookie> session(Visitor visitor) {
        return visitor.context().cookies().stream()
                .filter(cookie -> cookie.name.endsWith("sessionid"))
                .findFirst();
    }
}
