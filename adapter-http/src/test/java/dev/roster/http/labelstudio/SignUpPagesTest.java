package dev.roster.http.labelstudio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.invitation.SignUpMode;
import dev.roster.application.mail.DeliverMail;
import dev.roster.application.scenario.UseCases;
import dev.roster.domain.audit.Door;
import dev.roster.domain.mail.Letter;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.User;
import dev.roster.http.HttpSettings;
import dev.roster.http.TestServer.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing up with the link of an organization and without (contract §7.1, §11 lines 21 to 24). */
class SignUpPagesTest {
    private static LabelStudioServer server(SignUpMode mode) {
        return new LabelStudioServer(HttpSettings.on("127.0.0.1", 0), mode);
    }

    private static Answer signUp(LabelStudioServer server, String query, String email, String password) {
        Browser browser = Browser.at(server);
        browser.get("/user/signup/" + query);
        return browser.submit("/user/signup/" + query, Map.of("email", email, "password", password));
    }

    private static Answer signUp(LabelStudioServer server, String query) {
        return signUp(server, query, "new@lab.example", Browser.PASSWORD);
    }

    /** The secret of the organization's link, which replaces any other. */
    private static String link(LabelStudioServer server) {
        String url = server.server()
                .ask("POST", "/v1/organizations/" + server.organization().id() + "/invite-link")
                .as("olga-token")
                .json("{}")
                .send()
                .at("/url");
        return url.substring(url.indexOf('#') + 1);
    }

    private static List<Letter> letters(LabelStudioServer server) {
        UseCases.over(server.server().fakes().ports(), server.server().fakes().clock())
                .get(DeliverMail.class)
                .handle(Caller.roster(Origin.of(Door.SYSTEM)), 100);
        return server.server().fakes().mailCarrier().carried();
    }

    @ParameterizedTest
    @CsvSource({
        "OPEN, none, 302",
        "OPEN, empty, 302",
        "OPEN, right, 302",
        "OPEN, wrong, 403",
        "LINK, none, 403",
        "LINK, empty, 403",
        "LINK, right, 302",
        "LINK, wrong, 403",
        "CLOSED, none, 403",
        "CLOSED, right, 403"
    })
    void line21TheSwitchAndTheLinkDecide(SignUpMode mode, String token, int status) {
        try (LabelStudioServer server = server(mode)) {
            String link = link(server);
            String query = switch (token) {
                case "none" -> "";
                case "empty" -> "?token=";
                case "right" -> "?token=" + link;
                default -> "?token=ril_wrong";
            };

            Answer answer = signUp(server, query);

            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.header("Content-Type").startsWith("text/html")).isEqualTo(status == 403);
            assertThat(letters(server)).hasSize(status == 302 ? 1 : 0);
            assertThat(Browser.at(server).get("/user/signup/" + query).status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource(SignUpMode.class)
    void line22ALinkWithCredentialsShowsTheForm(SignUpMode mode) {
        try (LabelStudioServer server = server(mode)) {
            Answer answer = Browser.at(server).get("/user/signup?email=a@lab.example&password=correct-horse");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text()).contains("<form").doesNotContain("correct-horse");
            assertThat(letters(server)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"LINK", "OPEN"})
    void line21AfterAResetOnlyTheNewLinkIsGood(SignUpMode mode) {
        try (LabelStudioServer server = server(mode)) {
            String older = link(server);
            String newer = link(server);

            assertThat(signUp(server, "?token=" + older).status()).isEqualTo(403);
            assertThat(signUp(server, "?token=" + newer).status()).isEqualTo(302);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/user/signup", "/user/signup/"})
    void theMailLeadsToAnAccountInTheLinksOrganization(String path) {
        try (LabelStudioServer server = server(SignUpMode.LINK)) {
            Browser browser = Browser.at(server);
            String page = path + "?token=" + link(server);
            browser.get(page);
            Answer sent = browser.submit(page, Map.of("email", "New.Person@Lab.example", "password", "a-good-horse"));

            assertThat(sent.header("Location")).isEqualTo("/label-studio/user/signup/sent/");
            assertThat(browser.get("/user/signup/sent/").text()).contains("Check your mail");
            assertThat(browser.logIn("/user/login", "new.person@lab.example", "a-good-horse")
                            .status())
                    .isEqualTo(200);

            String mailed = letters(server).get(0).values().getOrDefault("link", "");
            assertThat(server.server()
                            .ask("POST", "/v1/sign-up/confirmation")
                            .json("{\"token\": \"" + mailed.substring(mailed.indexOf('#') + 1)
                                    + "\", \"password\": \"a-good-horse\"}")
                            .send()
                            .status())
                    .isEqualTo(201);
            assertThat(browser.logIn("/user/login", "new.person@lab.example", "a-good-horse")
                            .status())
                    .isEqualTo(302);
            assertThat(browser.get("/api/current-user/whoami").at("/username")).isEqualTo("new.person");
            User made = server.server()
                    .fakes()
                    .ports()
                    .users()
                    .findByLogin(NameKey.of("new.person@lab.example"))
                    .orElseThrow();
            assertThat(made.username().value()).isEqualTo("new.person@lab.example");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theChoiceOfNewslettersIsKeptOnceTheAddressIsConfirmed(boolean wanted) {
        try (LabelStudioServer server = server(SignUpMode.OPEN)) {
            Browser browser = Browser.at(server);
            browser.get("/user/signup/");
            Map<String, String> form = Map.of("email", "new@lab.example", "password", Browser.PASSWORD);
            Map<String, String> ticked = new HashMap<>(form);
            ticked.put("allow_newsletters", "on");
            browser.submit("/user/signup/", wanted ? ticked : form);
            String mailed = letters(server).get(0).values().getOrDefault("link", "");
            server.server()
                    .ask("POST", "/v1/sign-up/confirmation")
                    .json("{\"token\": \"" + mailed.substring(mailed.indexOf('#') + 1) + "\", \"password\": \""
                            + Browser.PASSWORD + "\"}")
                    .send();

            browser.logIn("/user/login/", "new@lab.example", Browser.PASSWORD);

            assertThat(browser.get("/api/current-user/whoami").at("/allow_newsletters"))
                    .isEqualTo(Boolean.toString(wanted));
        }
    }

    @Test
    void theTickStaysWhereTheFormIsShownAgain() {
        try (LabelStudioServer server = server(SignUpMode.OPEN)) {
            Browser browser = Browser.at(server);
            browser.get("/user/signup/");
            String ticked = "name=\"allow_newsletters\" type=\"checkbox\" checked";

            assertThat(browser.submit("/user/signup/", Map.of("email", "", "allow_newsletters", "on"))
                            .text())
                    .contains(ticked);
            assertThat(browser.submit("/user/signup/", Map.of("email", "")).text())
                    .doesNotContain(ticked);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', correct-horse, email, This field is required.",
        "nonsense, correct-horse, email, Invalid e-mail address",
        "a@lab.example, '', password, This field is required.",
        "a@lab.example, short, password, 8 to 128"
    })
    void whatIsWrongStandsBesideItsFieldAndTheAddressStays(String email, String password, String field, String text) {
        try (LabelStudioServer server = server(SignUpMode.OPEN)) {
            Answer answer = signUp(server, "", email, password);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text())
                    .containsPattern("id=\"" + field + "-error\">[^<]*" + text)
                    .contains("type=\"email\" value=\"" + email + "\"");
            assertThat(letters(server)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@lab.example", "ADA@lab.example", "free@lab.example"})
    void nobodyIsToldWhichAddressesAreTaken(String email) {
        try (LabelStudioServer server = server(SignUpMode.OPEN)) {
            Answer answer = signUp(server, "", email, Browser.PASSWORD);

            assertThat(answer.status()).isEqualTo(302);
            assertThat(answer.header("Location")).isEqualTo("/label-studio/user/signup/sent/");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"><script>alert(1)</script>@x", "<img/src=x>"})
    void whatSomebodyTypedStaysText(String email) {
        try (LabelStudioServer server = server(SignUpMode.OPEN)) {
            assertThat(signUp(server, "", email, Browser.PASSWORD).text()).doesNotContain("<script>", "<img");
        }
    }
}
