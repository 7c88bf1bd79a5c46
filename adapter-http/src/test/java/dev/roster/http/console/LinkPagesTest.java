package dev.roster.http.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.credential.CreateLogInLink;
import dev.roster.application.instance.StartInstance;
import dev.roster.application.invitation.SignUpMode;
import dev.roster.application.mail.DeliverMail;
import dev.roster.application.scenario.UseCases;
import dev.roster.domain.audit.Door;
import dev.roster.domain.mail.Letter;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.user.UserId;
import dev.roster.http.HttpSettings;
import dev.roster.http.TestServer;
import dev.roster.http.TestServer.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages that links lead to, and those for people who cannot get in. */
class LinkPagesTest {
    private static final Pattern INPUT = Pattern.compile("<input id=\"(\\w+)\" name=\"(\\w+)\"[^>]*>");
    private static final String CHOSEN = "a password of mine";

    private final TestServer server = TestServer.start(HttpSettings.on("127.0.0.1", 0), SignUpMode.OPEN);
    private final Visitor visitor = new Visitor(server);

    @AfterEach
    void stop() {
        server.close();
    }

    private void olga() {
        server.given().user("olga").role(PredefinedRole.OWNER).token("olga-token");
    }

    private Answer asOlga(String path, String json) {
        return server.ask("POST", path)
                .as("olga-token")
                .json(json.replace('\'', '"'))
                .send();
    }

    /** What stands behind the {@code #} of the link in the mail that came last. */
    private String mailed() {
        UseCases.over(server.fakes().ports(), server.fakes().clock())
                .get(DeliverMail.class)
                .handle(Caller.roster(Origin.of(Door.SYSTEM)), 100);
        List<Letter> letters = server.fakes().mailCarrier().carried();
        String link = letters.get(letters.size() - 1).values().getOrDefault("link", "#");
        return link.substring(link.indexOf('#') + 1);
    }

    /** Loads the page and sends its form. */
    private Answer send(String path, String... fields) {
        visitor.get(path);
        Map<String, String> all = new HashMap<>();
        for (int index = 0; index < fields.length; index += 2) {
            all.put(fields[index], fields[index + 1]);
        }
        return visitor.submit(path, all);
    }

    private String username() {
        return visitor.get("/v1/me").at("/username");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/log-in-link",
                "/set-up",
                "/invitation",
                "/sign-up",
                "/user/signup/",
                "/confirm-sign-up",
                "/forgot-password",
                "/set-password",
                "/change-password"
            })
    void namesEveryFieldAndHasAPlaceForWhatIsWrongWithIt(String path) {
        Answer answer = visitor.get(path);
        String page = answer.text();
        List<Matcher> inputs = INPUT.matcher(page)
                .results()
                .map(result -> INPUT.matcher(result.group()))
                .toList();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page)
                .contains("<html lang=\"en\">", "name=\"viewport\"", "name=\"csrfmiddlewaretoken\"")
                .doesNotContain("http://", "https://", "style=")
                .doesNotContainPattern(" on[a-z]+=");
        assertThat(inputs).isNotEmpty().allSatisfy(input -> {
            assertThat(input.find()).isTrue();
            assertThat(input.group(1)).isEqualTo(input.group(2));
            assertThat(input.group()).contains("aria-describedby=");
            assertThat(page).contains("<label for=\"" + input.group(1) + "\">");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/set-up",
                "/invitation",
                "/sign-up",
                "/confirm-sign-up",
                "/forgot-password",
                "/set-password",
                "/change-password"
            })
    void aFormOfAnotherSiteIsRefused(String path) {
        visitor.get(path);
        Map<String, String> fields = Map.of("secret", "x", "csrfmiddlewaretoken", visitor.cookie("csrftoken"));

        assertThat(visitor.form(path, fields)
                        .header("Origin", "https://evil.example")
                        .send()
                        .status())
                .isEqualTo(403);
        assertThat(visitor.form(path, Map.of("secret", "x")).send().status()).isEqualTo(403);
    }

    @Test
    void theScriptTakesTheSecretOutOfTheAddressAndWritesNoHtml() {
        String script = visitor.get("/console/console.js").text();

        assertThat(script)
                .contains("history.replaceState(null, \"\", location.pathname")
                .doesNotContain("innerHTML", "localStorage", "sessionStorage", "document.cookie", "eval(");
        assertThat(visitor.get("/invitation").text()).contains("data-secret", "data-send=\"at-once\"");
        assertThat(visitor.get("/set-password").text())
                .contains("data-secret", "This link is incomplete")
                .doesNotContain("data-send");
    }

    @Test
    void theFirstVisitMakesTheOwnerAndLogsThemIn() {
        String link = server.useCase(StartInstance.class)
                .handle(Caller.roster(Origin.of(Door.SYSTEM)), null)
                .setUpLink()
                .orElseThrow()
                .reveal();

        Answer wrong = send("/set-up", "secret", "rsl_wrong", "username", "olga", "password", CHOSEN, "again", CHOSEN);
        Answer differs = send("/set-up", "secret", link, "username", "olga", "password", CHOSEN, "again", "other");
        Answer made = send(
                "/set-up",
                "secret",
                "http://x.example/set-up#" + link,
                "username",
                "olga",
                "password",
                CHOSEN,
                "again",
                CHOSEN);

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("id=\"secret-error\">This set-up link is wrong", "value=\"olga\"");
        assertThat(differs.text())
                .contains("id=\"again-error\">The two passwords differ.", "value=\"" + link + "\"")
                .doesNotContain(CHOSEN);
        assertThat(made.status()).isEqualTo(200);
        assertThat(made.text()).contains("Welcome, olga", "rut_");
        assertThat(username()).isEqualTo("olga");
        assertThat(new Visitor(server).get("/set-up").status()).isEqualTo(200);
        assertThat(send("/set-up", "secret", link, "username", "eve", "password", CHOSEN, "again", CHOSEN)
                        .status())
                .isEqualTo(422);
    }

    @Test
    void anInvitationIsShownAndAccepted() {
        olga();
        asOlga("/v1/invitations", "{'email': 'grace@example.org', 'role': 'admin'}");
        String secret = mailed();

        Answer shown = send("/invitation", "secret", "https://x.example/invitation#" + secret);
        Answer refused = send(
                "/invitation",
                "secret",
                secret,
                "accept",
                "on",
                "username",
                "olga",
                "password",
                CHOSEN,
                "again",
                CHOSEN);
        Answer in = send(
                "/invitation",
                "secret",
                secret,
                "accept",
                "on",
                "username",
                "grace",
                "first_name",
                "Grace",
                "password",
                CHOSEN,
                "again",
                CHOSEN);

        assertThat(shown.text())
                .contains("grace@example.org", "Accept the invitation", "value=\"" + secret + "\"", "in 7 days");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text())
                .contains("id=\"username-error\">T", "aria-invalid=\"true\"")
                .doesNotContain(CHOSEN);
        assertThat(in.status()).isEqualTo(303);
        assertThat(in.header("Location")).isEqualTo("/?done=welcome");
        assertThat(visitor.get("/?done=welcome").text()).contains("Welcome. You are logged in.");
        assertThat(visitor.get("/v1/me").at("/first_name")).isEqualTo("Grace");
        assertThat(send("/invitation", "secret", secret).status()).isEqualTo(422);
    }

    @Test
    void aDeadLinkIsSaidToBeDead() {
        olga();

        Answer dead = send("/invitation", "secret", "rin_nothing");
        Answer none = send("/invitation");

        assertThat(dead.status()).isEqualTo(422);
        assertThat(dead.text()).contains("wrong, expired or used");
        assertThat(none.text()).contains("id=\"secret-error\">Fill this in.");
    }

    @Test
    void whoSignsUpWithoutAnAddressIsInAtOnce() {
        olga();

        Answer in = send(
                "/sign-up",
                "username",
                "eve",
                "last_name",
                "Adams",
                "first_name",
                "Eve",
                "password",
                CHOSEN,
                "again",
                CHOSEN);

        assertThat(in.status()).isEqualTo(302);
        assertThat(in.header("Location")).isEqualTo("/");
        assertThat(visitor.get("/v1/me").at("/first_name")).isEqualTo("Eve");
        assertThat(visitor.get("/sign-up").header("Location")).isEqualTo("/");
    }

    @ParameterizedTest
    @CsvSource({"/user/signup", "/user/signup/", "/sign-up"})
    void anAddressIsConfirmedByMailAndByThePassword(String path) {
        olga();

        Answer sent = send(path, "email", "EVE@lab.example", "password", CHOSEN);
        String secret = mailed();
        Answer wrong = send("/confirm-sign-up", "secret", secret, "password", "another one");
        Answer in = send("/confirm-sign-up", "secret", secret, "password", CHOSEN);

        assertThat(sent.status()).isEqualTo(302);
        assertThat(sent.header("Location")).isEqualTo("/user/signup/sent/");
        assertThat(visitor.get("/user/signup/sent/").text()).contains("Check your mail");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("id=\"password-error\">This is not the password");
        assertThat(in.header("Location")).isEqualTo("/?done=welcome");
        assertThat(username()).isEqualTo("eve@lab.example");
        assertThat(visitor.get("/v1/me").at("/display_name")).isEqualTo("eve");
    }

    @Test
    void whatIsWrongWithASignUpStandsBesideItsField() {
        olga();

        Answer empty = send("/user/signup/");
        Answer short_ = send("/user/signup/", "email", "no address", "password", "x", "again", "y");
        Answer taken = send("/user/signup/", "username", "olga", "password", CHOSEN);

        assertThat(empty.status()).isEqualTo(200);
        assertThat(empty.text()).contains("id=\"username-error\">Fill", "id=\"password-error\">Fill");
        assertThat(short_.text())
                .contains("id=\"email-error\">", "id=\"password-error\">The password has", "value=\"no address\"");
        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.text()).contains("id=\"username-error\">");
    }

    @Test
    void aSignUpLinkIsTakenFromTheQueryAndFromTheField() {
        try (TestServer byLink = TestServer.start(HttpSettings.on("127.0.0.1", 0), SignUpMode.LINK)) {
            byLink.given().user("olga").role(PredefinedRole.OWNER).token("olga-token");
            String organization = byLink.ask("GET", "/v1/organizations")
                    .as("olga-token")
                    .send()
                    .at("/items/0/id");
            String url = byLink.ask("POST", "/v1/organizations/" + organization + "/invite-link")
                    .as("olga-token")
                    .json("{}")
                    .send()
                    .at("/url");
            String secret = url.substring(url.indexOf('#') + 1);
            Visitor eve = new Visitor(byLink);
            Visitor mia = new Visitor(byLink);

            Answer shown = eve.get("/user/signup/?token=" + secret);
            Answer wrong = eve.submit("/user/signup/?token=wrong", Map.of("username", "eve", "password", CHOSEN));
            Answer none = eve.submit("/user/signup/", Map.of("username", "eve", "password", CHOSEN));
            Answer in = eve.submit("/user/signup/?token=" + secret, Map.of("username", "eve", "password", CHOSEN));
            mia.get("/sign-up");
            Answer pasted = mia.submit("/sign-up", Map.of("secret", url, "username", "mia", "password", CHOSEN));

            assertThat(shown.text()).contains("name=\"secret\" value=\"" + secret + "\"");
            assertThat(wrong.status()).isEqualTo(403);
            assertThat(none.status()).isEqualTo(403);
            assertThat(in.status()).isEqualTo(302);
            assertThat(pasted.status()).isEqualTo(302);
        }
    }

    @Test
    void whereSignUpIsClosedThePageSaysWhatToDo() {
        try (TestServer closed = TestServer.start(HttpSettings.on("127.0.0.1", 0), SignUpMode.CLOSED)) {
            closed.given().user("olga").role(PredefinedRole.OWNER);
            Visitor eve = new Visitor(closed);

            assertThat(eve.get("/user/signup/").text())
                    .contains("Ask for an invitation")
                    .doesNotContain("<form");
            assertThat(eve.get("/user/login/").text()).doesNotContain("/user/signup/");
            assertThat(eve.submit("/user/signup/", Map.of("username", "eve", "password", CHOSEN))
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void aForgottenPasswordIsSetByTheMailedLink() {
        olga();
        server.given()
                .user("noa")
                .email("noa@lab.example")
                .password(Visitor.PASSWORD)
                .token("noa-token");

        Answer asked = send("/forgot-password", "login", "noa");
        String secret = mailed();
        Answer unknown = send("/forgot-password", "login", "nobody");
        Answer set = send("/set-password", "secret", secret, "password", CHOSEN, "again", CHOSEN, "renew_token", "on");

        assertThat(asked.header("Location")).isEqualTo("/forgot-password/sent/");
        assertThat(unknown.header("Location")).isEqualTo(asked.header("Location"));
        assertThat(visitor.get("/forgot-password/sent/").text()).contains("If the account exists");
        assertThat(set.text())
                .contains(
                        "Your password is set",
                        "Sessions ended: 0.",
                        "You have no working API keys.",
                        "the old one no longer works")
                .doesNotContain("noa");
        assertThat(visitor.get("/v1/me").status()).isEqualTo(401);
        assertThat(visitor.logIn("/user/login/", "noa", CHOSEN).status()).isEqualTo(302);
        assertThat(send("/set-password", "secret", secret, "password", CHOSEN, "again", CHOSEN)
                        .text())
                .contains("wrong, expired or used");
    }

    @Test
    void aResetOffersToEndKeysAndTokenAndSaysWhatStays() {
        assertThat(visitor.get("/set-password").text())
                .containsPattern("<input id=\"end_keys\"[^>]*type=\"checkbox\"")
                .containsPattern("<input id=\"renew_token\"[^>]*type=\"checkbox\"")
                .doesNotContain(" checked");
        olga();
        server.given()
                .user("noa")
                .email("noa@lab.example")
                .password(Visitor.PASSWORD)
                .apiKey("noa-key");
        send("/forgot-password", "login", "noa");

        Answer set = send("/set-password", "secret", mailed(), "password", CHOSEN, "again", CHOSEN);

        assertThat(set.text()).contains("API keys that still work: 1.", "You have no user token.");
    }

    @Test
    void whereNobodyMailsThePageSaysWhomToAsk() {
        assertThat(visitor.get("/forgot-password").text()).doesNotContain("Ask an owner");

        server.fakes().mailCarrier().keepFiles();

        assertThat(visitor.get("/forgot-password").text()).contains("Ask an owner");
    }

    @Test
    void aTemporaryPasswordIsReplacedWhereItIsTyped() {
        olga();
        var noa = server.given().user("noa").password(Visitor.PASSWORD);
        String temporary = server.ask("POST", "/v1/users/" + noa.id() + "/temporary-password")
                .as("olga-token")
                .send()
                .at("/temporary_password");

        Answer led = visitor.logIn("/user/login/", "noa", temporary);
        Answer wrong = send(
                "/change-password",
                "login",
                "noa",
                "temporary_password",
                "wrong-horse",
                "password",
                CHOSEN,
                "again",
                CHOSEN);
        Answer same = send(
                "/change-password",
                "login",
                "noa",
                "temporary_password",
                temporary,
                "password",
                temporary,
                "again",
                temporary);
        Answer in = send(
                "/change-password",
                "login",
                "noa",
                "temporary_password",
                temporary,
                "password",
                CHOSEN,
                "again",
                CHOSEN);

        assertThat(led.status()).isEqualTo(200);
        assertThat(led.text())
                .contains("Set a password of your own", "action=\"/change-password\"", "value=\"noa\"")
                .doesNotContain(temporary);
        assertThat(Visitor.setCookie(led, "sessionid")).isEmpty();
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("id=\"temporary_password-error\">");
        assertThat(same.text()).contains("id=\"password-error\">Choose a password other");
        assertThat(in.header("Location")).isEqualTo("/?done=welcome");
        assertThat(username()).isEqualTo("noa");
    }

    @Test
    void linkThatLogsInDoesSoOnce() {
        UserId olga = server.given().owner("olga").id();
        String link = UseCases.over(server.fakes().ports(), server.fakes().clock())
                .get(CreateLogInLink.class)
                .handle(Caller.operator("olga", Origin.of(Door.CLI)), CreateLogInLink.Command.of(olga))
                .link();
        String secret = link.substring(link.indexOf('#') + 1);

        Answer opened = send("/log-in-link", "secret", link);

        assertThat(opened.status()).isEqualTo(303);
        assertThat(opened.header("Location")).isEqualTo("/");
        assertThat(username()).isEqualTo("olga");
        Answer again = send("/log-in-link", "secret", secret);
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.text()).contains("wrong, expired or used");
    }
}
