package dev.roster.http.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.domain.role.PredefinedRole;
import dev.roster.http.TestServer;
import dev.roster.http.TestServer.Answer;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Accounts for programs and their keys. */
class ServiceAccountPagesTest {
    private static final Pattern KEY = Pattern.compile("(/service-accounts/[0-9a-f-]{36})/keys/([0-9a-f-]{36})/revoke");
    private static final Pattern SECRET = Pattern.compile("id=\"secret0\" value=\"(rak_[^\"]+)\"");

    private final TestServer server = TestServer.start();
    private final Visitor olga = new Visitor(server);
    private final Visitor mona = new Visitor(server);

    @BeforeEach
    void people() {
        server.given().user("olga").role(PredefinedRole.OWNER).password(Visitor.PASSWORD);
        server.given().user("mona").in("legal", PredefinedRole.MANAGER).password(Visitor.PASSWORD);
        server.given().user("max").in("other", PredefinedRole.MANAGER).password(Visitor.PASSWORD);
        server.given().user("anna").in("legal").password(Visitor.PASSWORD);
        mona.logIn("mona");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Answer create(Visitor visitor, String username, String workspace) {
        return visitor.submit(
                "/service-accounts/new",
                Map.of(
                        "username",
                        username,
                        "name",
                        "nightly",
                        "expires_at",
                        "30",
                        "place_role",
                        "viewer",
                        "workspace",
                        server.given().workspace(workspace).id().toString()));
    }

    private static String secret(Answer answer) {
        Matcher secret = SECRET.matcher(answer.text());
        assertThat(secret.find()).as(answer.text()).isTrue();
        return secret.group(1);
    }

    @Test
    void anAccountIsMadeWithAKeyThatIsShownOnce() {
        assertThat(mona.get("/service-accounts").text()).contains("There are no service accounts yet.");
        assertThat(mona.get("/service-accounts/new").text()).contains("legal").doesNotContain(">other<");
        Answer made = create(mona, "crawler", "legal");
        String secret = secret(made);

        assertThat(made.status()).isEqualTo(200);
        assertThat(server.ask("GET", "/v1/me").as(secret).send().at("/username"))
                .isEqualTo("crawler");
        assertThat(mona.get("/service-accounts").text())
                .contains("crawler", "nightly")
                .doesNotContain(secret);
    }

    @Test
    void keysAreAddedReplacedAndRevoked() {
        String first = secret(create(mona, "crawler", "legal"));
        Matcher key = KEY.matcher(mona.get("/service-accounts").text());
        assertThat(key.find()).isTrue();
        String account = key.group(1);
        String path = account + "/keys/" + key.group(2);

        assertThat(mona.get(account + "/new-key").text()).contains("Create a key for crawler");
        String second = secret(mona.submit(account + "/new-key", Map.of("name", "second", "expires_at", "never")));
        assertThat(server.ask("GET", "/v1/me").as(second).send().status()).isEqualTo(200);

        assertThat(mona.get(path + "/refresh").text()).contains("Replace a key of crawler");
        String third = secret(mona.submit(path + "/refresh", Map.of("grace", "0")));
        assertThat(server.ask("GET", "/v1/me").as(first).send().status()).isEqualTo(401);
        assertThat(server.ask("GET", "/v1/me").as(third).send().status()).isEqualTo(200);

        for (Matcher left = KEY.matcher(mona.get("/service-accounts").text()); left.find(); ) {
            String revoke = left.group();
            assertThat(mona.get(revoke).text()).contains("Revoke a key of crawler?");
            assertThat(mona.submit(revoke, Map.of()).header("Location"))
                    .isEqualTo("/service-accounts?done=service.revoked");
        }
        assertThat(server.ask("GET", "/v1/me").as(second).send().status()).isEqualTo(401);
        assertThat(server.ask("GET", "/v1/me").as(third).send().status()).isEqualTo(401);
    }

    @Test
    void othersSeeAndEndNoneOfThem() {
        create(mona, "crawler", "legal");
        Matcher key = KEY.matcher(mona.get("/service-accounts").text());
        assertThat(key.find()).isTrue();
        Visitor max = new Visitor(server).logIn("max");

        assertThat(max.get("/service-accounts").text()).doesNotContain("crawler");
        assertThat(max.get(key.group()).status()).isIn(403, 404);
        assertThat(max.submit(key.group(), Map.of()).status()).isIn(403, 404);
        assertThat(max.submit(key.group(1) + "/new-key", Map.of("name", "x", "expires_at", "30"))
                        .status())
                .isIn(403, 404);
        assertThat(olga.logIn("olga").get("/service-accounts").text()).contains("crawler", key.group());
    }

    @Test
    void managersMakeThemForTheirWorkspacesAlone() {
        assertThat(create(mona, "crawler", "other").status()).isIn(403, 404, 422);
        assertThat(olga.logIn("olga").get("/service-accounts").text()).doesNotContain("crawler");
    }

    @Test
    void whatIsWrongStandsBesideItsField() {
        Answer answer = mona.submit("/service-accounts/new", Map.of("username", "", "name", "", "expires_at", "x"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text())
                .contains(
                        "id=\"username-error\">Fill this in.",
                        "id=\"name-error\">Fill this in.",
                        "id=\"expires_at-error\">Choose when the key expires.");
        assertThat(create(mona, "anna", "legal").text()).containsPattern("id=\"username-error\">[^<]+<");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/service-accounts/new"})
    void annotatorsMakeNone(String path) {
        Visitor anna = new Visitor(server).logIn("anna");

        assertThat(anna.get(path).status()).isEqualTo(403);
        assertThat(create(anna, "crawler", "legal").status()).isIn(403, 422);
        assertThat(olga.logIn("olga").get("/service-accounts").text()).doesNotContain("crawler");
    }

    @Test
    void aFormWithoutItsTokenDoesNothing() {
        assertThat(mona.form("/service-accounts/new", Map.of("username", "crawler"))
                        .send()
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whatIsStoredStaysText() {
        mona.submit(
                "/service-accounts/new",
                Map.of(
                        "username",
                        "<script>alert(1)</script>",
                        "name",
                        "<img src=x onerror=alert(2)>",
                        "expires_at",
                        "30",
                        "workspace",
                        server.given().workspace("legal").id().toString()));

        assertThat(mona.get("/service-accounts").text())
                .contains("&lt;img src=x")
                .doesNotContain("<script>alert", "<img src=x");
    }
}
