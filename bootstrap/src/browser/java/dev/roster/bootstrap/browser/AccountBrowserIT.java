package dev.roster.bootstrap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import dev.roster.application.given.SamplePicture;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What everybody does about their own account. */
class AccountBrowserIT {
    private static final String ACCOUNT = "/user/account/";

    @RegisterExtension
    final Visitors visitors = new Visitors();

    private static Site site;

    @BeforeAll
    static void start() throws Exception {
        site = Site.owned();
        for (Way way : Way.values()) {
            site.person(name(way), "annotator");
        }
        site.person("kim", "annotator");
        site.person("lea", "annotator");
    }

    @AfterAll
    static void stop() throws Exception {
        site.close();
    }

    private static String name(Way way) {
        return "of-" + way.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void theProfileIsSaved(Way way) {
        Visitor visitor = visitors.to(site, way).logIn(name(way)).goTo(ACCOUNT);

        visitor.field("first_name").fill("Żofia");
        visitor.field("pronouns").fill("she/her");
        visitor.press("Save");

        visitor.sees("Your profile is saved.");
        assertThat(visitor.field("pronouns").inputValue()).isEqualTo("she/her");
        assertThat(visitor.tooWide()).isEmpty();
    }

    @Test
    void aPictureIsShownBeforeItIsSaved() {
        Visitor kim = visitors.to(site).logIn("kim").goTo(ACCOUNT);

        kim.field("avatar").setInputFiles(new FilePayload("me.png", "image/png", SamplePicture.png(0x336699)));
        kim.page()
                .locator("[data-preview-of=avatar] img[src^='data:image/png']")
                .waitFor();
        kim.press("Save the picture");

        kim.sees("Your picture is saved.").follow("Remove the picture");
        kim.press("Remove the picture");
        kim.sees("Your picture is removed.");
    }

    @Test
    void theTokenIsShownByKeyboardAlone() {
        Visitor lea = visitors.to(site).logIn("lea").goTo(ACCOUNT);

        lea.tabTo("Show").key("Enter");
        lea.page().waitForURL("**/user/account/token");
        lea.field("password").pressSequentially(Site.PASSWORD);
        lea.key("Enter");

        lea.sees("Keep this token secret.");
        assertThat(lea.page().locator("#secret").inputValue()).isNotEmpty();
        assertThat(Accessibility.findings(lea.page())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Way.class,
            names = {"ON_A_PHONE", "WITHOUT_SCRIPT"})
    void otherSessionsEndAfterAQuestion(Way way) {
        Visitor elsewhere = visitors.to(site).logIn("lea");
        Visitor lea = visitors.to(site, way).logIn("lea").goTo(ACCOUNT);

        lea.follow("End all others");
        lea.press("End all others");

        lea.sees("All your other sessions have ended.");
        elsewhere.page().navigate(site.url() + ACCOUNT);
        assertThat(elsewhere.page().url()).contains("/user/login/");
    }
}
