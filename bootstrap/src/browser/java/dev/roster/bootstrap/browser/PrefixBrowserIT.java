package dev.roster.bootstrap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The site below a path, behind a proxy that takes that path away. Whatever a page asks for outside of it fails the test: see
 * {@link Visitor}.
 */
class PrefixBrowserIT {
    private static final String PREFIX = "/tools/roster";

    @RegisterExtension
    final Visitors visitors = new Visitors();

    private static Site site;

    @BeforeAll
    static void start() throws Exception {
        site = Site.below(PREFIX);
        Town.in(site);
    }

    @AfterAll
    static void stop() throws Exception {
        site.close();
    }

    @Test
    void everyPageIsBelowThePath() {
        Visitor olga = visitors.to(site).logIn(Site.OWNER);

        List<String> seen =
                Tour.from("/", olga, path -> assertThat(outside(olga)).as(path).isEmpty());

        assertThat(seen).contains("/");
        assertThat(olga.context().cookies())
                .allSatisfy(cookie -> assertThat(cookie.path).startsWith(PREFIX));
    }

    @Test
    void logInLeadsBackToWhereItWasAskedFor() {
        Visitor ana = visitors.to(site).goTo("/?seen=all");
        assertThat(ana.path()).isEqualTo("/user/login/");

        ana.field("email").fill("ana");
        ana.field("password").fill(Site.PASSWORD);
        ana.submit("password");

        assertThat(ana.page().url()).isEqualTo(site.url() + "/?seen=all");
    }

    /** Drawn from the top, and what is far below only later. */
    @Test
    void documentationIsDrawn() {
        visitors.to(site).goTo("/docs").sees("/v1/me/password");
    }

    /** Addresses of this server on the page that do not begin with the path. */
    private static List<String> outside(Visitor visitor) {
        List<?> found = (List<?>) visitor.page().evaluate("""
                        (prefix) => [...document.querySelectorAll("[href], [src], [action], [hx-get], [hx-post], [formaction]")]
                          .flatMap((element) => ["href", "src", "action", "hx-get", "hx-post", "formaction"]
                            .map((name) => element.getAttribute(name)))
                          .filter((address) => address && address.startsWith("/") && !address.startsWith(prefix + "/"))
                        """, PREFIX);
        return found.stream().map(String::valueOf).toList();
    }
}
