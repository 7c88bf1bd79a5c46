package dev.roster.http.argilla;

import static dev.roster.http.argilla.ArgillaServer.PASSWORD;
import static dev.roster.http.argilla.ArgillaServer.V0;
import static dev.roster.http.argilla.ArgillaServer.V1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.domain.credential.Guess;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.user.UserStatus;
import dev.roster.http.TestServer.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {
    private static final String NO_CREDENTIALS =
            "{\"detail\":{\"code\":\"argilla.api.errors::UnauthorizedError\",\"params\":{\"detail\":\"Could not validate"
                    + " credentials\"}}}";
    private static final String INVALID_TOKEN =
            "{\"detail\":{\"code\":\"argilla.api.errors::UnauthorizedError\",\"params\":{\"detail\":\"Invalid token\"}}}";

    private ArgillaServer argilla;

    @BeforeEach
    void start() {
        argilla = ArgillaServer.start();
        argilla.user("ivo", PredefinedRole.ANNOTATOR).password(PASSWORD);
    }

    @AfterEach
    void stop() {
        argilla.close();
    }

    private Answer me(String header, String value) {
        return argilla.server().ask("GET", V1 + "/me").header(header, value).send();
    }

    private Answer me(String key, String header, String value) {
        return argilla.server()
                .ask("GET", V1 + "/me")
                .header("X-Argilla-Api-Key", key)
                .header(header, value)
                .send();
    }

    @Test
    void outageHasTheShapeOfTheOriginal() {
        argilla.server().fakes().loseStore();

        Answer answer = argilla.get("anna", V1 + "/me");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.text()).isEqualTo("{\"detail\":\"the store cannot be reached\"}");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
    }

    @Test
    void showsTheCallerWithTheirOwnKey() {
        Answer answer = argilla.get("anna", V1 + "/me");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text())
                .isEqualTo("{\"id\":\"" + argilla.idOf("anna")
                        + "\",\"first_name\":\"anna\",\"last_name\":null,\"username\":\"anna\",\"role\":\"annotator\","
                        + "\"api_key\":\"anna-key\",\"inserted_at\":\"2026-03-01T08:30:00.654321\","
                        + "\"updated_at\":\"2026-03-01T08:30:00.654321\"}");
    }

    @Tag("edge-1")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/me",
                "/api/v1/users",
                "/api/v1/users/0b54c3a8-98de-4a9c-a3f7-5a53a0a2f0ce",
                "/api/v1/me/workspaces",
                "/api/v1/workspaces/0b54c3a8-98de-4a9c-a3f7-5a53a0a2f0ce",
                "/api/v1/workspaces/0b54c3a8-98de-4a9c-a3f7-5a53a0a2f0ce/users",
                "/api/v1/me/datasets",
                "/api/v1/datasets/0b54c3a8-98de-4a9c-a3f7-5a53a0a2f0ce",
                "/api/me",
                "/api/users",
                "/api/datasets"
            })
    void noKeyAndAWrongKeyAreAlike(String path) {
        Answer none = argilla.server().ask("GET", "/argilla" + path).send();
        Answer wrong = argilla.get("nobody", "/argilla" + path);

        assertThat(none.status()).isEqualTo(401);
        assertThat(none.text()).isEqualTo(NO_CREDENTIALS);
        assertThat(none.header("WWW-Authenticate")).isEmpty();
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.text()).isEqualTo(NO_CREDENTIALS);
    }

    @Test
    void guesserOfPasswordsReadsHowLongToWait() {
        String form = "username=nobody&password=wrong-password";
        for (int i = 0; i < Guess.LOG_IN.ofAccount().free(); i++) {
            assertThat(argilla.logIn(ArgillaServer.V1 + "/token", form).status())
                    .isEqualTo(401);
        }

        Answer held = argilla.logIn(ArgillaServer.V1 + "/token", form);

        assertThat(held.status()).isEqualTo(429);
        assertThat(held.header("Retry-After")).isEqualTo("1");
        assertThat(held.text()).isEqualTo("{\"detail\":\"too many attempts, try again in 1 second\"}");
    }

    @Tag("edge-2")
    @Test
    void theHeaderHasAnyCaseAndAnEmptyKeyIsNone() {
        assertThat(me("x-ARGILLA-api-KEY", "anna-key").status()).isEqualTo(200);
        assertThat(me("X-Argilla-Api-Key", "ANNA-KEY").status()).isEqualTo(401);
        assertThat(me("", "Authorization", "Bearer " + argilla.tokenOf("ivo")).at("/username"))
                .isEqualTo("ivo");
    }

    @Tag("edge-3")
    @Test
    void theKeyCountsFirstAndTheTokenSecond() {
        String token = argilla.tokenOf("ivo");

        assertThat(me("wrong-key", "Authorization", "Bearer " + token).at("/username"))
                .isEqualTo("ivo");
        assertThat(me("anna-key", "Authorization", "Bearer rubbish").at("/username"))
                .isEqualTo("anna");
        assertThat(me("anna-key", "Authorization", "Bearer " + token).at("/username"))
                .isEqualTo("anna");
        assertThat(me("wrong-key", "Authorization", "Bearer rubbish").text()).isEqualTo(INVALID_TOKEN);
    }

    @Test
    void theSchemeHasAnyCaseAndOthersAreNone() {
        String token = argilla.tokenOf("ivo");

        assertThat(me("Authorization", "bEARER " + token).status()).isEqualTo(200);
        assertThat(me("Authorization", "Basic " + token).text()).isEqualTo(NO_CREDENTIALS);
        assertThat(me("Authorization", "Bearer ivo-key").text()).isEqualTo(INVALID_TOKEN);
    }

    @Tag("edge-4")
    @Test
    void logsInByForm() {
        Answer answer = argilla.logIn(V1 + "/token", "username=ivo&password=" + PASSWORD);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.at("/token_type")).isEqualTo("bearer");
        assertThat(answer.json()).hasSize(2);
        assertThat(claims(answer.at("/access_token")))
                .contains("\"identity\":\"" + argilla.idOf("ivo") + "\"")
                .contains("\"name\":\"ivo\"", "\"username\":\"ivo\"", "\"role\":\"annotator\"")
                .contains("\"exp\":"
                        + argilla.server()
                                .fakes()
                                .clock()
                                .instant()
                                .plusSeconds(86_400)
                                .getEpochSecond());
    }

    private static String claims(String token) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
    }

    @Tag("edge-4")
    @Test
    void logsInByFormInPartsToo() {
        String parts = "--xx\r\nContent-Disposition: form-data; name=\"username\"\r\n\r\nivo\r\n"
                + "--xx\r\nContent-Disposition: form-data; name=\"password\"\r\n\r\n" + PASSWORD + "\r\n--xx--\r\n";

        Answer answer = argilla.server()
                .ask("POST", V1 + "/token")
                .header("Content-Type", "multipart/form-data; boundary=xx")
                .body(parts.getBytes(StandardCharsets.UTF_8))
                .send();

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.at("/access_token")).isNotEmpty();
    }

    @Tag("edge-4")
    @Test
    void theLegacyLoginAnswers200() {
        Answer answer = argilla.logIn(V0 + "/security/token", "username=ivo&password=" + PASSWORD);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(me("Authorization", "Bearer " + answer.at("/access_token")).at("/username"))
                .isEqualTo("ivo");
    }

    @Tag("edge-4")
    @ParameterizedTest
    @ValueSource(strings = {"username=ivo&password=", "password=correct-horse", "", "username=&password=x"})
    void aFormWithoutBothIsInvalid(String form) {
        Answer answer = argilla.logIn(V1 + "/token", form);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.at("/detail/code")).isEqualTo("argilla.api.errors::ValidationError");
        assertThat(answer.at("/detail/params/errors/0/type")).isEqualTo("missing");
        assertThat(answer.at("/detail/params/errors/0/loc/0")).isEqualTo("body");
    }

    @Tag("edge-4")
    @Test
    void aJsonLoginIsInvalid() {
        Answer answer = argilla.server()
                .ask("POST", V1 + "/token")
                .json("{\"username\":\"ivo\",\"password\":\"correct-horse\"}")
                .send();

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.at("/detail/params/errors/1/loc/1")).isEqualTo("password");
    }

    @ParameterizedTest
    @CsvSource({
        "application/x-www-form-urlencoded; charset=bogus, 201",
        "application/x-www-form-urlencoded; charset='utf-8', 201",
        "application/x-www-form-urlencoded; charset=\", 422",
        "application/json; charset=bogus, 422"
    })
    void aCharsetThatNobodyKnowsIsNoDefect(String type, int status) {
        Answer answer = argilla.server()
                .ask("POST", V1 + "/token")
                .header("Content-Type", type)
                .body(("username=ivo&password=" + PASSWORD).getBytes(StandardCharsets.UTF_8))
                .send();

        assertThat(answer.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"bogus, 422", "*, 422", "utf-8, 201"})
    void aPartInACharsetThatNobodyKnowsIsAFormWithoutFields(String charset, int status) {
        String parts = "--xx\r\nContent-Disposition: form-data; name=\"username\"\r\nContent-Type: text/plain; charset="
                + charset + "\r\n\r\nivo\r\n"
                + "--xx\r\nContent-Disposition: form-data; name=\"password\"\r\n\r\n" + PASSWORD + "\r\n--xx--\r\n";

        Answer answer = argilla.server()
                .ask("POST", V1 + "/token")
                .header("Content-Type", "multipart/form-data; boundary=xx; charset=bogus")
                .body(parts.getBytes(StandardCharsets.UTF_8))
                .send();

        assertThat(answer.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json; charset=bogus",
                "application/json; charset=iso-8859-1",
                "text/plain; charset=*"
            })
    void jsonInAnotherCharsetIsNoJson(String type) {
        Answer answer = argilla.ask("olga", "POST", V1 + "/workspaces")
                .header("Content-Type", type)
                .body("{\"name\":\"lab\"}".getBytes(StandardCharsets.UTF_8))
                .send();

        assertThat(answer.status()).isEqualTo(422);
    }

    @Test
    void brokenPartsAreAFormWithoutFields() {
        Answer answer = argilla.server()
                .ask("POST", V1 + "/token")
                .header("Content-Type", "multipart/form-data; boundary=xx")
                .body("--xx\r\nnonsense".getBytes(StandardCharsets.UTF_8))
                .send();

        assertThat(answer.status()).isEqualTo(422);
    }

    @Tag("edge-4")
    @Test
    void aWrongPasswordAndAnUnknownNameAreAlike() {
        Answer wrong = argilla.logIn(V1 + "/token", "username=ivo&password=wrong-horse");
        Answer unknown = argilla.logIn(V1 + "/token", "username=nobody&password=" + PASSWORD);

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.text()).isEqualTo(NO_CREDENTIALS);
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.text()).isEqualTo(NO_CREDENTIALS);
    }

    /** Deviation: names compare without case in Roster. */
    @Tag("edge-4")
    @Test
    void theUsernameOfALoginHasAnyCase() {
        assertThat(argilla.logIn(V1 + "/token", "username=IVO&password=" + PASSWORD)
                        .status())
                .isEqualTo(201);
    }

    @Tag("edge-5")
    @Test
    void brokenJsonIsToldBeforeTheCredential() {
        Answer broken =
                argilla.server().ask("POST", V1 + "/users").json("{\"a\":").send();
        Answer badId = argilla.server().ask("GET", V1 + "/users/nonsense").send();

        assertThat(broken.status()).isEqualTo(422);
        assertThat(broken.at("/detail/params/errors/0/type")).isEqualTo("json_invalid");
        assertThat(broken.at("/detail/params/errors/0/msg")).isEqualTo("JSON decode error");
        assertThat(broken.json().at("/detail/params/errors/0/loc/1").isIntegralNumber())
                .isTrue();
        assertThat(badId.status()).isEqualTo(401);
    }

    @Tag("edge-6")
    @Test
    void aDeletedUserIsOutAtOnce() {
        String token = argilla.tokenOf("ivo");

        argilla.delete("olga", V1 + "/users/" + argilla.idOf("ivo"));

        assertThat(argilla.get("ivo", V1 + "/me").status()).isEqualTo(401);
        assertThat(me("Authorization", "Bearer " + token).text()).isEqualTo(NO_CREDENTIALS);
    }

    @Tag("edge-6")
    @Test
    void aTokenIsNotInheritedByTheNextUserOfThatName() {
        String token = argilla.tokenOf("ivo");
        argilla.delete("olga", V1 + "/users/" + argilla.idOf("ivo"));

        argilla.user("ivo", PredefinedRole.OWNER);

        assertThat(me("Authorization", "Bearer " + token).text()).isEqualTo(NO_CREDENTIALS);
    }

    @Test
    void aDeactivatedUserIsOutAtOnce() {
        String token = argilla.tokenOf("ivo");
        var ports = argilla.server().fakes().ports();
        var ivo = ports.users()
                .findByUsername(new dev.roster.domain.user.Username("ivo").key())
                .orElseThrow();

        ports.users().update(ivo.withStatus(UserStatus.DEACTIVATED));

        assertThat(me("Authorization", "Bearer " + token).text()).isEqualTo(NO_CREDENTIALS);
        assertThat(argilla.get("ivo", V1 + "/me").status()).isEqualTo(401);
    }

    @Tag("edge-7")
    @Test
    void aRenamedUserKeepsKeyAndToken() {
        String token = argilla.tokenOf("ivo");

        argilla.patch("olga", V1 + "/users/" + argilla.idOf("ivo"), "{'username':'ivo2'}");

        assertThat(argilla.get("ivo", V1 + "/me").at("/username")).isEqualTo("ivo2");
        assertThat(me("Authorization", "Bearer " + token).at("/username")).isEqualTo("ivo2");
    }

    @Tag("edge-8")
    @Test
    void aNewPasswordEndsTokensAndKeepsTheKey() {
        String token = argilla.tokenOf("ivo");

        argilla.patch("olga", V1 + "/users/" + argilla.idOf("ivo"), "{'password':'another-horse'}");

        assertThat(argilla.logIn(V1 + "/token", "username=ivo&password=" + PASSWORD)
                        .status())
                .isEqualTo(401);
        assertThat(argilla.logIn(V1 + "/token", "username=ivo&password=another-horse")
                        .status())
                .isEqualTo(201);
        assertThat(argilla.get("ivo", V1 + "/me").at("/api_key")).isEqualTo("ivo-key");
        assertThat(me("Authorization", "Bearer " + token).status()).isEqualTo(401);
    }

    @Test
    void aTokenLivesADay() {
        String token = argilla.tokenOf("ivo");

        argilla.server().fakes().clock().advance(Duration.ofHours(23));
        assertThat(me("Authorization", "Bearer " + token).status()).isEqualTo(200);
        argilla.server().fakes().clock().advance(Duration.ofHours(1));

        assertThat(me("Authorization", "Bearer " + token).text()).isEqualTo(INVALID_TOKEN);
    }

    @Test
    void aTokenThatWasAlteredIsInvalid() {
        String[] parts = argilla.tokenOf("ivo").split("\\.", -1);
        String forged = claims(String.join(".", parts)).replace("annotator", "owner");
        String unsigned = encode("{\"alg\":\"none\"}") + "." + parts[1] + ".";

        assertThat(me("Authorization", "Bearer " + parts[0] + "." + encode(forged) + "." + parts[2])
                        .text())
                .isEqualTo(INVALID_TOKEN);
        assertThat(me("Authorization", "Bearer " + unsigned).text()).isEqualTo(INVALID_TOKEN);
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aRenewedKeyWorksAndTheOldOneIsDead() {
        Answer renewed = argilla.ask("anna", "POST", V1 + "/me/api-key").send();

        assertThat(renewed.status()).isEqualTo(201);
        assertThat(renewed.at("/username")).isEqualTo("anna");
        assertThat(argilla.get("anna", V1 + "/me").status()).isEqualTo(401);
        assertThat(me("X-Argilla-Api-Key", renewed.at("/api_key")).at("/api_key"))
                .isEqualTo(renewed.at("/api_key"));
    }
}
