package dev.roster.bootstrap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Draws the pictures of the documentation. No test: {@code docs/screenshots.sh} runs it by its name. */
class Screenshots {
    private static final Path IMAGES = Path.of(System.getProperty("roster.images", "target/images"));

    @RegisterExtension
    final Visitors visitors = new Visitors();

    private static Site site;
    private static Town town;

    @BeforeAll
    static void start() throws Exception {
        site = Site.owned();
        assertThat(site.owner()
                        .patch("/v1/me", "{\"first_name\": \"Olga\", \"last_name\": \"Ferreira\"}")
                        .status())
                .isEqualTo(200);
        town = Town.in(site);
        Files.createDirectories(IMAGES);
    }

    @AfterAll
    static void stop() throws Exception {
        site.close();
    }

    @Test
    void gate() {
        draw(visitors.to(site).goTo("/user/login/"), "log-in");
        draw(visitors.to(site, Way.IN_THE_DARK).goTo("/user/login/"), "log-in-dark");
        draw(visitors.to(site, Way.ON_A_PHONE).goTo("/user/login/"), "log-in-phone");
    }

    @Test
    void pages() {
        Map<String, String> pages = Map.of(
                "home", "/",
                "people", "/people/",
                "person", "/people/?person=" + town.id("ana"),
                "workspace", "/workspaces/legal-team",
                "roles", "/roles",
                "audit", "/audit",
                "account", "/user/account/");
        for (Way way : new Way[] {Way.IN_THE_LIGHT, Way.IN_THE_DARK, Way.ON_A_PHONE}) {
            Visitor olga = visitors.to(site, way).logIn(Site.OWNER);
            pages.forEach((name, path) -> draw(olga.goTo(path), name + way.suffix()));
        }
    }

    private static void draw(Visitor visitor, String name) {
        visitor.page().waitForLoadState();
        visitor.page().screenshot(new Page.ScreenshotOptions().setPath(IMAGES.resolve(name + ".png")));
    }
}
