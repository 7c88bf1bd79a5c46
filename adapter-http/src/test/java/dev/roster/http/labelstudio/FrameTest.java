package dev.roster.http.labelstudio;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.given.GivenUser;
import dev.roster.domain.audit.Door;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.user.UserStatus;
import dev.roster.http.HttpSettings;
import dev.roster.http.TestServer;
import dev.roster.http.TestServer.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What holds for every path: credentials, slashes, the envelope; and what everybody may ask (contract §1, §2, §4.1, §4.7). */
class FrameTest {
    private static final Duration LIFETIME = Duration.ofDays(JwtSettings.MOST_DAYS);

    private final LabelStudioServer server = new LabelStudioServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Token nobody-knows-it",
                "Bearer garbage",
                "Bearer a.b.c",
                "Basic b2xnYTo=",
                "Token",
                "Token a\u0001b"
            })
    void line01WhoIsNobodyIs401AndNever403(String header) {
        TestServer.Ask ask = server.ask("", "GET", "/api/current-user/whoami");
        Answer answer =
                (header.isEmpty() || header.contains("\u0001") ? ask : ask.header("Authorization", header)).send();

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Token");
        assertThat(answer.at("/status_code")).isEqualTo("401");
        assertThat(answer.header("Retry-After")).isEmpty();
    }

    @Test
    void whoGuessesIs401TooAndIsToldNothingElse() {
        for (int guess = 0; guess < 60; guess++) {
            Answer answer = server.ask("", "GET", "/api/current-user/whoami")
                    .header("Authorization", "Token guess-" + guess)
                    .send();
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.at("/detail")).isEqualTo("Invalid token.");
        }
    }

    @Test
    void line02AccessTokensComeAsBearerOrApiKeyAndPersonalAccessTokensAsNeither() {
        GivenUser rose = server.user("rose", PredefinedRole.ADMIN).in(server.organization());
        PersonalTokens tokens = PersonalTokensTest.tokens(server.server().fakes(), LabelStudioServer::tokenKey);
        Caller caller = Caller.user(rose.user(), Origin.of(Door.LABEL_STUDIO));
        String personal = tokens.create(caller, LIFETIME).text();
        String access = tokens.exchange(new SecretText(personal), caller.origin());

        assertThat(whoAmI("Authorization", "Bearer " + access).at("/email")).isEqualTo("rose@lab.example");
        assertThat(whoAmI("X-Api-Key", access).at("/email")).isEqualTo("rose@lab.example");
        for (String header : List.of("Bearer " + personal, "Token " + personal, "Token " + access)) {
            assertThat(whoAmI("Authorization", header).status()).as(header).isEqualTo(401);
        }
        assertThat(whoAmI("X-Api-Key", personal).status()).isEqualTo(401);
        tokens.revoke(caller, personal);
        assertThat(whoAmI("Authorization", "Bearer " + access).status()).isEqualTo(401);
    }

    private Answer whoAmI(String header, String value) {
        return server.ask("", "GET", "/api/current-user/whoami")
                .header(header, value)
                .send();
    }

    @Test
    void tokensComeAsTokenOrApiKeyWhichGoesBefore() {
        assertThat(server.get("ada", "/api/current-user/whoami").status()).isEqualTo(200);
        assertThat(server.ask("", "GET", "/api/current-user/whoami")
                        .header("X-Api-Key", "ada-token")
                        .send()
                        .at("/email"))
                .isEqualTo("ada@lab.example");
        assertThat(server.ask("olga", "GET", "/api/current-user/whoami")
                        .header("X-Api-Key", "ada-token")
                        .send()
                        .at("/email"))
                .isEqualTo("ada@lab.example");
        assertThat(server.ask("olga", "GET", "/api/current-user/whoami")
                        .header("X-Api-Key", "wrong")
                        .send()
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aUserTokenIsNoBearer() {
        assertThat(server.ask("", "GET", "/api/current-user/whoami")
                        .header("Authorization", "Bearer ada-token")
                        .send()
                        .status())
                .isEqualTo(401);
    }

    @Test
    void line04WhoBelongsNowhereIsNotFound() {
        server.user("nora", PredefinedRole.OWNER);

        Answer answer = server.get("nora", "/api/current-user/whoami");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json()).hasToString("{\"detail\":\"User not found\"}");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Token");
    }

    @Test
    void line04WhoIsDeactivatedIs401() {
        GivenUser ida = server.user("ida", PredefinedRole.ANNOTATOR).in(server.organization());
        assertThat(server.get("ida", "/api/current-user/whoami").status()).isEqualTo(200);
        ida.status(UserStatus.DEACTIVATED);

        assertThat(server.get("ida", "/api/current-user/whoami").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/current-user/whoami",
                "/api/current-user/whoami/",
                "//api/current-user/whoami/",
                "/api//current-user/whoami",
                "/api/current-user/whoami?unknown=1&ordering=x"
            })
    void slashesAndUnknownParametersDoNotMatter(String path) {
        assertThat(server.get("ada", path).status()).isEqualTo(200);
        assertThat(server.server()
                        .ask("GET", "/" + "/label-studio" + path)
                        .header("Authorization", "Token ada-token")
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void isServedAtTheRootToo() {
        try (LabelStudioServer root =
                new LabelStudioServer(HttpSettings.on("127.0.0.1", 0).withRootDialect("label-studio"))) {
            for (String path : List.of("/api/version", "/api/version/", "//api/version", "/health")) {
                assertThat(root.server().ask("GET", path).send().status())
                        .as(path)
                        .isEqualTo(200);
            }
            assertThat(root.server().ask("GET", "/api/nothing").send().at("/status_code"))
                    .isEqualTo("404");
            assertThat(root.server().ask("GET", "/v1/me").send().header("Content-Type"))
                    .isEqualTo("application/problem+json");
        }
    }

    @Test
    void everybodyIsToldTheReleaseAndThatItIsUp() {
        for (String path : List.of("/api/version", "/api/version/")) {
            JsonNode version = server.get("", path).json();
            assertThat(version.at("/release").asText()).isEqualTo(OpenRoutes.RELEASE);
            assertThat(version.at("/edition").asText()).isEqualTo("Community");
            assertThat(version.at("/label-studio-os-package/version").asText()).isEqualTo(OpenRoutes.RELEASE);
            assertThat(version.has("label-studio-os-backend")).isTrue();
            assertThat(version.has("label-studio-enterprise-backend")).isFalse();
        }
        assertThat(server.get("", "/health").json()).hasToString("{\"status\":\"UP\"}");
    }

    @Test
    void aNoHasTheEnvelopeWithAnIdOfItsOwn() {
        List<String> ids = new ArrayList<>();
        for (String path : List.of("/api/nothing", "/api/nothing", "/nowhere", "/")) {
            Answer answer = server.get("ada", path);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.header("Content-Type")).isEqualTo("application/json");
            assertThat(answer.at("/detail")).isEqualTo("Not found.");
            assertThat(answer.at("/version")).isEqualTo(OpenRoutes.RELEASE);
            assertThat(answer.json().get("exc_info").isNull()).isTrue();
            assertThat(answer.json().has("validation_errors")).isFalse();
            ids.add(UUID.fromString(answer.at("/id")).toString());
        }
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void aNoIsLoggedWithItsIdAndNobodysName() {
        Logger logger = (Logger) LoggerFactory.getLogger(Refusal.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(log);
        try {
            Answer refused = server.send(
                    "ada", "PATCH", "/api/users/" + server.account("olga").number(), "{}");
            Answer taken = server.send("olga", "POST", "/api/users", "{'username':'mara','email':'mara@lab.example'}");

            assertThat(taken.status()).isEqualTo(400);
            assertThat(log.list).hasSize(2);
            Map<String, Object> line = new HashMap<>();
            log.list.get(0).getKeyValuePairs().forEach(pair -> line.put(pair.key, pair.value));
            assertThat(line)
                    .containsOnlyKeys("error", "request", "status", "cause")
                    .containsEntry("error", refused.at("/id"))
                    .containsEntry("request", refused.header("X-Request-Id"))
                    .containsEntry("cause", "forbidden");
            assertThat(log.list)
                    .allSatisfy(event -> assertThat(event.getFormattedMessage() + event.getKeyValuePairs())
                            .doesNotContain(refused.at("/detail"), taken.at("/detail"), "ada", "olga", "mara"));
        } finally {
            logger.detachAppender(log);
            logger.setLevel(null);
        }
    }

    @Test
    void aMethodThatIsNotOfferedIs405() {
        Answer answer = server.send("ada", "PUT", "/api/current-user/whoami");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).contains("GET");
        assertThat(answer.at("/status_code")).isEqualTo("405");
    }

    @Test
    void whoAmIHasEveryKeyAndNoNullWhereTheLegacyClientWantsAText() {
        JsonNode ada = server.get("ada", "/api/current-user/whoami").json();

        List<String> keys = new ArrayList<>();
        ada.fieldNames().forEachRemaining(keys::add);
        assertThat(keys)
                .startsWith(
                        "id",
                        "first_name",
                        "last_name",
                        "username",
                        "email",
                        "last_activity",
                        "custom_hotkeys",
                        "avatar",
                        "initials",
                        "phone",
                        "active_organization",
                        "active_organization_meta",
                        "allow_newsletters",
                        "date_joined")
                .contains("permissions");
        for (String text :
                List.of("first_name", "last_name", "username", "email", "last_activity", "initials", "phone")) {
            assertThat(ada.get(text).isTextual()).as(text).isTrue();
        }
        assertThat(ada.at("/id").isIntegralNumber()).isTrue();
        assertThat(ada.at("/first_name").asText()).isEmpty();
        assertThat(ada.at("/username").asText()).isEqualTo("ada");
        assertThat(ada.at("/initials").asText()).isEqualTo("ad");
        assertThat(ada.at("/last_activity").asText()).endsWith("Z");
        assertThat(ada.at("/active_organization").asLong())
                .isEqualTo(server.organization().number());
    }

    @Test
    void permissionsAreWhatThePolicyAllowsAndNoMore() {
        assertThat(permissions("olga"))
                .contains("organizations.create", "organizations.delete", "projects.delete", "users.token.any");
        assertThat(permissions("mara"))
                .contains("organizations.invite", "organizations.change", "projects.create")
                .doesNotContain("organizations.create", "organizations.delete");
        assertThat(permissions("ada"))
                .containsExactlyInAnyOrder(
                        "organizations.view",
                        "avatar.any",
                        "models.view",
                        "model_provider_connection.view",
                        "users.token.any");
    }

    private List<String> permissions(String caller) {
        List<String> names = new ArrayList<>();
        server.get(caller, "/api/current-user/whoami")
                .json()
                .get("permissions")
                .forEach(name -> names.add(name.asText()));
        return names;
    }

    @Test
    void line09ResettingTheTokenEndsTheOldOneAtOnce() {
        assertThat(server.get("ada", "/api/current-user/token").at("/token")).isEqualTo("ada-token");

        Answer reset = server.send("ada", "POST", "/api/current-user/reset-token/");

        assertThat(reset.status()).isEqualTo(201);
        assertThat(reset.at("/token")).matches("[0-9a-f]{40}");
        assertThat(server.get("ada", "/api/current-user/token").status()).isEqualTo(401);
        assertThat(server.ask("", "GET", "/api/current-user/token")
                        .header("Authorization", "Token " + reset.at("/token"))
                        .send()
                        .at("/token"))
                .isEqualTo(reset.at("/token"));
    }
}
