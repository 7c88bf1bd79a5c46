package dev.roster.bootstrap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an owner does about people. */
class PeopleBrowserIT {
    @RegisterExtension
    final Visitors visitors = new Visitors();

    private static Site site;
    private static Town town;

    @BeforeAll
    static void start() throws Exception {
        site = Site.owned();
        town = Town.in(site);
    }

    @AfterAll
    static void stop() throws Exception {
        site.close();
    }

    @Test
    void searchFindsWhileTyping() {
        Visitor olga = visitors.to(site).logIn(Site.OWNER).goTo("/people/");
        olga.sees("Vera Okoye");

        olga.field("q").pressSequentially("brandt");

        olga.sees("1 person").sees("Ivo Brandt");
        assertThat(olga.page().getByText("Vera Okoye").count()).isZero();
        assertThat(olga.page().url()).contains("q=brandt");
    }

    @Test
    void searchFindsWithoutScriptToo() {
        Visitor olga = visitors.to(site, Way.WITHOUT_SCRIPT).logIn(Site.OWNER).goTo("/people/");

        olga.field("q").fill("brandt");
        olga.press("Show");

        olga.sees("1 person").sees("Ivo Brandt");
    }

    @Test
    void rowOpensAPaneThatHasItsOwnLink() {
        Visitor olga = visitors.to(site).logIn(Site.OWNER).goTo("/people/");

        olga.page()
                .locator("a.row-link", new Page.LocatorOptions().setHasText("Ana Reis"))
                .click();
        olga.page().locator("#pane h2").waitFor();

        assertThat(olga.page().locator("#pane").innerText()).contains("Ana Reis", "contracts");
        String link = olga.page().url();
        olga.page().navigate(link);
        assertThat(olga.page().locator("#pane h2").innerText()).isEqualTo("Ana Reis");
        assertThat(Accessibility.findings(olga.page())).isEmpty();
    }

    @Test
    void paneOpensByKeyboardAlone() {
        Visitor olga = visitors.to(site).logIn(Site.OWNER).goTo("/people/");

        // The box that selects her comes before her name.
        olga.tabTo("Vera Okoye").tabTo("Vera Okoye").key("Enter");
        olga.page().locator("#pane h2").waitFor();

        olga.tabTo("Change role");
    }

    @ParameterizedTest
    @EnumSource(
            value = Way.class,
            names = {"ON_A_PHONE", "WITHOUT_SCRIPT"})
    void severalAreInvitedAtOnce(Way way) {
        Visitor olga = visitors.to(site, way).logIn(Site.OWNER).goTo("/people/");
        String name = way.name().toLowerCase(Locale.ROOT).replace('_', '-');
        olga.follow("Invite people");

        olga.field("addresses").fill("one-" + name + "@example.org\ntwo-" + name + "@example.org");
        olga.press("Invite");

        olga.sees("one-" + name + "@example.org").sees("two-" + name + "@example.org");
        assertThat(olga.page().locator(".chip.good").count()).isEqualTo(2);
        olga.goTo("/invitations").sees("one-" + name + "@example.org");
    }

    @Test
    void roleChangesAfterALookAtWhatItBrings() {
        Visitor olga = visitors.to(site).logIn(Site.OWNER).goTo("/people/" + town.id("zoe") + "/role");

        olga.field("role").first().selectOption("admin");
        olga.sees("Gains");
        olga.page().locator("#preview form button").click();
        olga.page().waitForLoadState();

        olga.goTo("/people/" + town.id("zoe"));
        assertThat(olga.text()).contains("admin");
    }

    @Test
    void severalAreDeactivatedAfterAQuestion() throws Exception {
        site.person("gone-one", "annotator");
        site.person("gone-two", "annotator");
        Visitor olga = visitors.to(site, Way.WITHOUT_SCRIPT).logIn(Site.OWNER).goTo("/people/?q=gone-");

        for (Locator box : olga.page().locator("input[name='user']").all()) {
            box.check();
        }
        olga.press("Deactivate");
        olga.sees("Deactivate 2 accounts?");
        olga.press("Deactivate");

        assertThat(olga.page().locator(".chip.good").count()).isEqualTo(2);
    }

    @Test
    void fileHoldsWhoIsShown() {
        Visitor olga = visitors.to(site).logIn(Site.OWNER);

        APIResponse file = olga.context().request().get(site.url() + "/people.csv?q=brandt");

        assertThat(file.headers().get("content-type")).startsWith("text/csv");
        assertThat(file.text()).contains("ivo@lab.example").doesNotContain("vera@lab.example");
    }

    @Test
    void othersSeeThePeopleOfTheirPlacesOnly() {
        Visitor mia = visitors.to(site).logIn("mia").goTo("/people/");

        assertThat(mia.text()).contains("Ivo Brandt").doesNotContain("Rui Sá");
    }
}
