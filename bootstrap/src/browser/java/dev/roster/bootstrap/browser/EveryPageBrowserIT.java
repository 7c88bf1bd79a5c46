package dev.roster.bootstrap.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page that a link leads to, for everyone and in every way to look at it. */
class EveryPageBrowserIT {
    private static final List<String> FOR_STRANGERS = List.of("/user/login/");

    @RegisterExtension
    final Visitors visitors = new Visitors();

    private static Site site;

    @BeforeAll
    static void start() throws Exception {
        site = Site.owned();
        Town.in(site);
    }

    @AfterAll
    static void stop() throws Exception {
        site.close();
    }

    static List<String> everybody() {
        return Town.ALL;
    }

    /** A page that a link offers and that is then refused is trouble, which fails the test. */
    @ParameterizedTest
    @MethodSource("everybody")
    void whatIsOfferedIsAllowed(String username) {
        Visitor visitor = visitors.to(site, Way.WITHOUT_SCRIPT).logIn(username);

        List<String> seen = Tour.from("/", visitor, path -> {});

        assertThat(seen).contains("/");
    }

    @Test
    void nothingSeriousStandsInTheWayOfAnybody() {
        Visitor olga = visitors.to(site).logIn(Site.OWNER);
        assertSoftly(softly -> Tour.from("/", olga, path -> isAccessible(softly, olga, path)));
    }

    @Test
    void nothingSeriousStandsInTheWayOfAnybodyInTheDark() {
        Visitor olga = visitors.to(site, Way.IN_THE_DARK).logIn(Site.OWNER);
        assertSoftly(softly -> Tour.from("/", olga, path -> isAccessible(softly, olga, path)));
    }

    @Test
    void phonesNeedNotScrollSideways() {
        Visitor olga = visitors.to(site, Way.ON_A_PHONE).logIn(Site.OWNER);
        assertSoftly(softly -> Tour.from("/", olga, path -> {
            softly.assertThat(olga.tooWide()).as("too wide on %s", path).isEmpty();
            isAccessible(softly, olga, path);
        }));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void pagesForStrangersAreAsGood(Way way) {
        Visitor stranger = visitors.to(site, way);
        assertSoftly(softly -> FOR_STRANGERS.forEach(path -> {
            stranger.goTo(path);
            softly.assertThat(stranger.tooWide()).as("too wide on %s", path).isEmpty();
            // What asks a page for its faults is a script itself.
            if (way != Way.WITHOUT_SCRIPT) {
                isAccessible(softly, stranger, path);
            }
        }));
    }

    private static void isAccessible(SoftAssertions softly, Visitor visitor, String path) {
        softly.assertThat(Accessibility.findings(visitor.page())).as(path).isEmpty();
        softly.assertThat(visitor.page().locator("h1:visible").count())
                .as("headings of the first rank on %s", path)
                .isEqualTo(1);
        softly.assertThat(visitor.page().locator("main").count())
                .as("main of %s", path)
                .isEqualTo(1);
    }
}
