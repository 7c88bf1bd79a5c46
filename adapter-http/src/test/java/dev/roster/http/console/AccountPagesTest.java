package dev.roster.http.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.given.GivenUser;
import dev.roster.application.given.SamplePicture;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.http.TestServer;
import dev.roster.http.TestServer.Answer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people do about their own account. */
class AccountPagesTest {
    private static final String ACCOUNT = "/user/account/";
    private static final Pattern SECRET = Pattern.compile("id=\"secret0?\" value=\"([^\"]+)\"");
    private static final Pattern REVOKE = Pattern.compile("/user/account/keys/[0-9a-f-]{36}/revoke");
    private static final Pattern END = Pattern.compile("/user/account/sessions/[0-9a-f-]{36}/end");

    private final TestServer server = TestServer.start();
    private final Visitor anna = new Visitor(server);
    private GivenUser user;

    @BeforeEach
    void people() {
        user = server.given().user("anna").in("legal", PredefinedRole.REVIEWER).password(Visitor.PASSWORD);
        server.given().user("olga").role(PredefinedRole.OWNER).password(Visitor.PASSWORD);
        anna.logIn("anna");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String found(Pattern pattern, Answer answer) {
        Matcher matcher = pattern.matcher(answer.text());
        assertThat(matcher.find()).as(answer.text()).isTrue();
        return matcher.group(matcher.groupCount());
    }

    private void makeDeveloper() {
        assertThat(new Visitor(server)
                        .logIn("olga")
                        .ask("PATCH", "/v1/users/" + user.id())
                        .header("Origin", anna.origin())
                        .json("{\"developer\": true}")
                        .send()
                        .status())
                .isEqualTo(200);
    }

    private static Map<String, String> profile(String... changes) {
        Map<String, String> fields = new TreeMap<>(Map.of("first_name", "Anna"));
        for (int index = 0; index < changes.length; index += 2) {
            fields.put(changes[index], changes[index + 1]);
        }
        return fields;
    }

    @Test
    void everybodyFindsTheirAccountInTheMenu() {
        assertThat(anna.get("/").text()).contains("href=\"/user/account/\"");
        assertThat(anna.get(ACCOUNT).text())
                .contains("<h1>Your account</h1>", "legal", "reviewer", "this one", "href=\"/workspaces/legal\"")
                .doesNotContain("/user/account/new-key");
    }

    @Test
    void theProfileIsSavedAndCleared() {
        Answer saved = anna.submit(
                ACCOUNT,
                profile("last_name", "Reis", "display_name", "Änn", "phone", "+49 30 1", "pronouns", "she/her"));

        assertThat(saved.header("Location")).isEqualTo("/user/account/?done=account.saved");
        assertThat(anna.get(ACCOUNT).text()).contains("value=\"Reis\"", "value=\"Änn\"", "value=\"she/her\"");

        anna.submit(ACCOUNT, profile("last_name", "", "phone", ""));
        assertThat(user.user().profile().lastName()).isNull();
        assertThat(user.user().profile().phone()).isNull();
        assertThat(user.user().profile().displayName()).isNull();
    }

    @Test
    void whatIsWrongStandsBesideItsFieldAndNothingIsSaved() {
        Answer answer = anna.submit(ACCOUNT, profile("first_name", "", "pronouns", "x".repeat(51), "last_name", "New"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text())
                .contains("id=\"first_name-error\">Fill this in.", "value=\"New\"")
                .containsPattern("id=\"pronouns-error\">[^<]+<");
        assertThat(user.user().profile().lastName()).isNull();
    }

    private Answer upload(byte[] file) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("""
                --line\r
                Content-Disposition: form-data; name="csrfmiddlewaretoken"\r
                \r
                %s\r
                --line\r
                Content-Disposition: form-data; name="avatar"; filename="me.png"\r
                Content-Type: text/html\r
                \r
                """.formatted(anna.cookie("csrftoken")).getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--line--\r\n".getBytes(StandardCharsets.UTF_8));
        return anna.ask("POST", "/user/account/picture")
                .header("Content-Type", "multipart/form-data; boundary=line")
                .header("Origin", anna.origin())
                .body(body.toByteArray())
                .send();
    }

    @Test
    void aPictureIsSavedAndRemoved() {
        assertThat(anna.get(ACCOUNT).text()).doesNotContain("picture/remove");
        assertThat(upload(SamplePicture.png(0x336699)).header("Location"))
                .isEqualTo("/user/account/?done=account.pictured");
        assertThat(anna.ask("GET", "/v1/me/avatar").send().header("Content-Type"))
                .isEqualTo("image/png");

        assertThat(anna.get(ACCOUNT).text()).contains("picture/remove");
        assertThat(anna.get("/user/account/picture/remove").text()).contains("Remove your picture?");
        anna.submit("/user/account/picture/remove", Map.of());
        assertThat(anna.ask("GET", "/v1/me/avatar").send().header("Content-Type"))
                .isEqualTo("image/svg+xml");
    }

    @Test
    void whatIsNoPictureIsAnsweredBesideIt() {
        Answer answer = upload("<script>".getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).containsPattern("id=\"avatar-error\">[^<]+<").doesNotContain("<script>");
        assertThat(upload(new byte[0]).text()).contains("id=\"avatar-error\">Choose a file.");
    }

    @Test
    void lettersThatAreNotUtf8AreRefused() {
        byte[] latin = ("csrfmiddlewaretoken=" + anna.cookie("csrftoken") + "&first_name=J\u00fcrgen")
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(anna.ask("POST", ACCOUNT)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", anna.origin())
                        .body(latin)
                        .send()
                        .status())
                .isEqualTo(400);
        assertThat(user.user().profile().firstName().value()).isEqualTo("anna");
    }

    @Test
    void theirPasswordChangesAndOtherSessionsEnd() {
        Visitor elsewhere = new Visitor(server).logIn("anna");
        Map<String, String> wanted = Map.of("password", "better-horse-2", "again", "better-horse-2");

        Answer wrong = anna.submit("/user/account/password", with(wanted, "current_password", "no-horse"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text())
                .contains("id=\"current_password-error\">The current password is wrong.")
                .doesNotContain("no-horse", "better-horse");

        assertThat(anna.submit("/user/account/password", with(wanted, "current_password", Visitor.PASSWORD))
                        .header("Location"))
                .isEqualTo("/user/account/?done=account.password-changed");
        assertThat(anna.get(ACCOUNT).status()).isEqualTo(200);
        assertThat(elsewhere.get(ACCOUNT).status()).isEqualTo(303);
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        Map<String, String> all = new TreeMap<>(fields);
        all.put(name, value);
        return all;
    }

    @Test
    void theTokenIsShownForThePasswordAndRenewedForIt() {
        Map<String, String> proof = Map.of("password", Visitor.PASSWORD);
        server.fakes().clock().advance(Duration.ofHours(3));

        String renewed = found(SECRET, anna.submit("/user/account/token/renew", proof));
        assertThat(found(SECRET, anna.submit("/user/account/token", proof))).isEqualTo(renewed);
        assertThat(server.ask("GET", "/v1/me").as(renewed).send().status()).isEqualTo(200);

        String second = found(SECRET, anna.submit("/user/account/token/renew", proof));
        assertThat(server.ask("GET", "/v1/me").as(renewed).send().status()).isEqualTo(401);
        assertThat(server.ask("GET", "/v1/me").as(second).send().status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/user/account/token", "/user/account/token/renew"})
    void withoutThePasswordNoTokenIsShownOrRenewed(String page) {
        user.token("rut_anna-0000000000000000000000");

        assertThat(anna.get(page).text()).doesNotContain("rut_anna");
        Answer wrong = anna.submit(page, Map.of("password", "no-horse"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text())
                .contains("id=\"password-error\">The password is wrong.")
                .doesNotContain("rut_anna");
        assertThat(anna.submit(page, Map.of()).text()).contains("id=\"password-error\">Fill this in.");
        assertThat(server.ask("GET", "/v1/me")
                        .as("rut_anna-0000000000000000000000")
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void guessingAtThePasswordIsSlowedDown() {
        Answer last = anna.submit("/user/account/token", Map.of("password", "no-horse"));
        for (int attempt = 0; attempt < 30 && last.status() != 429; attempt++) {
            last = anna.submit("/user/account/token", Map.of("password", "no-horse"));
        }

        assertThat(last.status()).isEqualTo(429);
        assertThat(anna.submit("/user/account/token/renew", Map.of("password", Visitor.PASSWORD))
                        .status())
                .isEqualTo(429);
    }

    @Test
    void keysAreCreatedOnceShownAndRevoked() {
        makeDeveloper();
        assertThat(anna.get("/user/account/new-key").text()).contains("Create an API key");
        String secret = found(SECRET, anna.submit("/user/account/new-key", key("nightly", "")));

        assertThat(server.ask("GET", "/v1/me").as(secret).send().at("/username"))
                .isEqualTo("anna");
        Answer account = anna.get(ACCOUNT);
        assertThat(account.text()).contains("nightly").doesNotContain(secret);

        Matcher revoke = REVOKE.matcher(account.text());
        assertThat(revoke.find()).isTrue();
        assertThat(anna.get(revoke.group()).text()).contains("Revoke this key?", "nightly");
        anna.submit(revoke.group(), Map.of());
        assertThat(server.ask("GET", "/v1/me").as(secret).send().status()).isEqualTo(401);
        assertThat(anna.get(ACCOUNT).text()).contains("revoked");
    }

    private static Map<String, String> key(String name, String password) {
        return Map.of("name", name, "expires_at", "30", "password", password);
    }

    @Test
    void anOldSessionTakesThePasswordForAKey() {
        makeDeveloper();
        server.fakes().clock().advance(Duration.ofHours(3));

        Answer refused = anna.submit("/user/account/new-key", key("late", ""));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("more than an hour ago").doesNotContainPattern("value=\"rak_");
        assertThat(anna.submit("/user/account/new-key", key("late", "no-horse")).text())
                .contains("id=\"password-error\">The password is wrong.");
        assertThat(found(SECRET, anna.submit("/user/account/new-key", key("late", Visitor.PASSWORD))))
                .startsWith("rak_");
    }

    @Test
    void whoIsNoDeveloperMakesNoKey() {
        assertThat(anna.get("/user/account/new-key").status()).isEqualTo(403);
        assertThat(anna.get("/user/account/new-key").text()).contains("ask for the developer flag");
        assertThat(anna.submit("/user/account/new-key", key("nightly", Visitor.PASSWORD))
                        .text())
                .contains("developer")
                .doesNotContain("rak_");
    }

    @Test
    void keysAndSessionsOfOthersAreNotThere() {
        makeDeveloper();
        anna.submit("/user/account/new-key", key("nightly", ""));
        Answer account = anna.get(ACCOUNT);
        Matcher key = REVOKE.matcher(account.text());
        assertThat(key.find()).isTrue();
        new Visitor(server).logIn("anna");
        Matcher session = END.matcher(anna.get(ACCOUNT).text());
        assertThat(session.find()).isTrue();
        Visitor olga = new Visitor(server).logIn("olga");

        assertThat(olga.get(key.group()).status()).isEqualTo(404);
        assertThat(olga.submit(key.group(), Map.of()).status()).isEqualTo(404);
        assertThat(olga.get(session.group()).status()).isEqualTo(404);
        assertThat(olga.submit(session.group(), Map.of()).status()).isEqualTo(404);
    }

    @Test
    void oneSessionOrAllOthersEnd() {
        Visitor second = new Visitor(server).logIn("anna");
        Answer account = anna.get(ACCOUNT);
        Matcher end = END.matcher(account.text());
        assertThat(end.find()).isTrue();
        assertThat(anna.get(end.group()).text()).contains("End this session?");
        assertThat(anna.submit(end.group(), Map.of()).header("Location"))
                .isEqualTo("/user/account/?done=session.ended");
        assertThat(second.get(ACCOUNT).status()).isEqualTo(303);

        Visitor third = new Visitor(server).logIn("anna");
        assertThat(anna.get("/user/account/sessions/end-others").text()).contains("End all your other sessions?");
        anna.submit("/user/account/sessions/end-others", Map.of());
        assertThat(third.get(ACCOUNT).status()).isEqualTo(303);
        assertThat(anna.get(ACCOUNT).text()).doesNotContain("end-others");
    }

    @Test
    void aPlaceIsLeftAfterAQuestion() {
        String leave =
                "/user/account/workspaces/" + server.given().workspace("legal").id() + "/leave";
        assertThat(anna.get(ACCOUNT).text()).contains(leave);
        assertThat(anna.get(leave).text()).contains("Leave legal?");

        assertThat(anna.submit(leave, Map.of()).header("Location")).isEqualTo("/user/account/?done=left.workspace");
        assertThat(anna.get(ACCOUNT).text()).doesNotContain(leave);
        assertThat(anna.get(leave).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/user/account/",
                "/user/account/picture",
                "/user/account/picture/remove",
                "/user/account/password",
                "/user/account/token",
                "/user/account/token/renew",
                "/user/account/new-key",
                "/user/account/sessions/end-others"
            })
    void aFormOfAnotherSiteDoesNothing(String page) {
        assertThat(anna.form(page, Map.of("csrfmiddlewaretoken", anna.cookie("csrftoken"), "first_name", "Eve"))
                        .header("Origin", "https://evil.example")
                        .send()
                        .status())
                .isEqualTo(403);
        assertThat(new Visitor(server).get(page).status()).isIn(303, 405);
    }
}
