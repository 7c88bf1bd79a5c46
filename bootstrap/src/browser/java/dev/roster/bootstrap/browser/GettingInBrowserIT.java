package dev.roster.bootstrap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How people come in for the first time, or again after they forgot their password, on every kind of screen and without JavaScript. */
class GettingInBrowserIT {
    private static final String NEW = "a new password of mine";

    @RegisterExtension
    final Visitors visitors = new Visitors();

    private static Site site;

    @BeforeAll
    static void start() throws Exception {
        site = Site.owned();
    }

    @AfterAll
    static void stop() throws Exception {
        site.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Way.class,
            names = {"ON_A_PHONE", "WITHOUT_SCRIPT"})
    void firstOwnerComesByTheSetUpLink(Way way) throws Exception {
        try (Site empty = Site.empty()) {
            Visitor olga = visitors.to(empty, way);
            open(olga, "/set-up", Site.linkIn(empty.greeting()), way);

            choose(olga, "username", "olga");
            olga.press("Create the first owner");

            olga.sees("Welcome, olga").follow("Go to the home page");
            assertThat(olga.path()).isEqualTo("/");
            olga.close();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Way.class,
            names = {"ON_A_PHONE", "WITHOUT_SCRIPT"})
    void invitationIsAccepted(Way way) throws Exception {
        String name = named("eve", way);
        Visitor eve = visitors.to(site, way);
        open(eve, "/invitation", Site.linkIn(site.run("invitations", "create", name + "@example.org")), way);
        if (way == Way.WITHOUT_SCRIPT) {
            eve.press("Show the invitation");
        }

        eve.sees(name + "@example.org");
        choose(eve, "username", name);
        eve.press("Accept the invitation");

        isIn(eve);
    }

    @Test
    void invitationIsAcceptedByKeyboardAlone() throws Exception {
        Visitor kim = visitors.to(site);
        open(kim, "/invitation", Site.linkIn(site.run("invitations", "create", "kim@example.org")), Way.IN_THE_LIGHT);
        kim.sees("kim@example.org");

        // What is suggested is selected and typed over.
        kim.atFirstField()
                .key("Control+a")
                .type("kim")
                .tabTo("New password")
                .type(Site.PASSWORD)
                .tabTo("again")
                .type(Site.PASSWORD);
        kim.tabTo("Accept the invitation").key("Enter");

        kim.sees("You are logged in");
        isIn(kim);
    }

    @ParameterizedTest
    @EnumSource(
            value = Way.class,
            names = {"IN_THE_LIGHT", "WITHOUT_SCRIPT"})
    void linkOfAnOrganizationSignsUp(Way way) throws Exception {
        Visitor sam = visitors.to(site, way);
        open(sam, "/user/signup/", Site.linkIn(site.run("invite-link", "reset", "default")), way);

        choose(sam, "username", named("sam", way));
        sam.press("Sign up");

        isIn(sam);
    }

    @ParameterizedTest
    @EnumSource(
            value = Way.class,
            names = {"IN_THE_LIGHT", "WITHOUT_SCRIPT"})
    void addressIsConfirmedByMail(Way way) throws Exception {
        String address = named("ada", way) + "@example.org";
        Visitor ada = visitors.to(site, way);
        open(ada, "/sign-up", Site.linkIn(site.run("invite-link", "reset", "default")), way);
        choose(ada, "email", address);
        ada.press("Sign up");
        ada.sees("Open the link in it");

        open(ada, "/confirm-sign-up", link(site.mailTo(address, "/confirm-sign-up#"), "rsu_"), way);
        ada.field("password").fill(Site.PASSWORD);
        ada.press("Confirm");

        isIn(ada);
    }

    @ParameterizedTest
    @EnumSource(
            value = Way.class,
            names = {"IN_THE_DARK", "WITHOUT_SCRIPT"})
    void forgottenPasswordIsReplaced(Way way) throws Exception {
        String name = named("leo", way);
        site.person(name, "annotator");
        Visitor leo = visitors.to(site, way).goTo("/user/login/");
        leo.follow("Forgot your password?");
        leo.field("login").fill(name);
        leo.press("Mail me a link");
        leo.sees("a link is on its way");

        open(leo, "/set-password", link(site.mailTo(name + "@lab.example", "/set-password#"), "rpr_"), way);
        leo.field("password").fill(NEW);
        leo.field("again").fill(NEW);
        leo.press("Set the password");

        leo.sees("Your password is set").logIn(name, NEW);
    }

    @Test
    void temporaryPasswordIsReplaced() throws Exception {
        String shown = site.run(
                "invitations", "create", "bob@example.org", "--mode", "temporary-password", "--output", "json");
        Matcher temporary =
                Pattern.compile("\"temporary_password\"\\s*:\\s*\"([^\"]+)\"").matcher(shown);
        assertThat(temporary.find()).as(shown).isTrue();
        Visitor bob = visitors.to(site, Way.WITHOUT_SCRIPT).goTo("/change-password");

        bob.field("login").fill("bob@example.org");
        bob.field("temporary_password").fill(temporary.group(1));
        bob.field("password").fill(Site.PASSWORD);
        bob.field("again").fill(Site.PASSWORD);
        bob.press("Change the password");

        isIn(bob);
    }

    @Test
    void whatIsWrongStandsAtItsFieldAndWhatWasTypedStays() throws Exception {
        Visitor eve = visitors.to(site).expecting(422);
        open(eve, "/set-up", "https://roster.example/set-up#rsl_nothing", Way.WITHOUT_SCRIPT);

        eve.field("username").fill("eve");
        eve.field("password").fill(Site.PASSWORD);
        eve.field("again").fill("something else");
        eve.press("Create the first owner");

        assertThat(eve.field("username").inputValue()).isEqualTo("eve");
        assertThat(eve.field("password").inputValue()).isEmpty();
        assertThat(eve.field("again").getAttribute("aria-invalid")).isEqualTo("true");
        assertThat(eve.page().locator("#again-error").innerText()).isNotBlank();
        assertThat(eve.page().locator("[name='again']:focus").count()).isEqualTo(1);
    }

    @Test
    void linkThatIsUsedUpSaysSo() throws Exception {
        Visitor eve = visitors.to(site).expecting(422).expecting(404);
        open(eve, "/invitation", "https://roster.example/invitation#rin_nothing", Way.IN_THE_LIGHT);

        eve.sees("wrong, expired or used");
    }

    /** As the mail program does, or, without JavaScript, by pasting the link. */
    private static void open(Visitor visitor, String path, String link, Way way) {
        if (way == Way.WITHOUT_SCRIPT) {
            visitor.goTo(path).field("secret").fill(link);
        } else {
            String secret = link.substring(link.indexOf('#') + 1);
            visitor.goTo(path + "#" + secret);
            visitor.page().waitForLoadState();
            assertThat(visitor.page().url()).as("the address bar").doesNotContain(secret);
        }
    }

    private static void choose(Visitor visitor, String field, String value) {
        visitor.field(field).fill(value);
        visitor.field("password").fill(Site.PASSWORD);
        visitor.field("again").fill(Site.PASSWORD);
    }

    private static void isIn(Visitor visitor) {
        visitor.goTo("/user/account/");
        assertThat(visitor.path()).isEqualTo("/user/account/");
    }

    private static String named(String name, Way way) {
        return name + "-" + way.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Where a mail is folded, its link is not: the secret is found by its shape. */
    private static String link(String mail, String prefix) {
        Matcher secret = Pattern.compile(prefix + "[A-Za-z0-9_-]{40,}").matcher(mail);
        assertThat(secret.find()).as(mail).isTrue();
        return "https://roster.example/#" + secret.group();
    }
}
