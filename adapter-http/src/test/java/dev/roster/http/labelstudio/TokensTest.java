package dev.roster.http.labelstudio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.given.Given;
import dev.roster.domain.annex.Annex;
import dev.roster.domain.annex.AnnexOwner;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.http.TestServer.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Personal access tokens over the wire, as contract §4.3 and the lines of §11 about them have it. */
class TokensTest {
    private final LabelStudioServer server = new LabelStudioServer();

    @BeforeEach
    void developers() {
        server.user("dev", PredefinedRole.MANAGER).in(server.organization());
        server.user("eve", PredefinedRole.MANAGER).in(server.organization());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String refresh(String token) {
        return "{'refresh':'" + token + "'}";
    }

    private String created(String caller) {
        Answer answer = server.send(caller, "POST", "/api/token/");
        assertThat(answer.status()).isEqualTo(201);
        return answer.at("/token");
    }

    private Answer exchange(String token) {
        return server.send("", "POST", "/api/token/refresh/", refresh(token));
    }

    private Answer whoAmI(String header, String value) {
        return server.ask("", "GET", "/api/current-user/whoami")
                .header(header, value)
                .send();
    }

    @Test
    void line02AnAccessTokenIsABearerAndAnApiKeyAndAPersonalTokenIsNone() {
        String token = created("dev");
        String access = exchange(token).at("/access");

        assertThat(whoAmI("Authorization", "Bearer " + access).at("/email")).isEqualTo("dev@lab.example");
        assertThat(whoAmI("X-Api-Key", access).at("/email")).isEqualTo("dev@lab.example");
        assertThat(whoAmI("Authorization", "Bearer " + token).status()).isEqualTo(401);
        assertThat(whoAmI("X-Api-Key", token).status()).isEqualTo(401);
        assertThat(whoAmI("Authorization", "Token " + token).status()).isEqualTo(401);
        assertThat(whoAmI("Authorization", "Token " + access).status()).isEqualTo(401);
    }

    @Test
    void anAccessTokenNeitherReadsNorRenewsTheUserToken() {
        String access = exchange(created("dev")).at("/access");

        for (String asked : new String[] {
            "GET /api/current-user/token",
            "POST /api/current-user/reset-token",
            "GET /api/invite",
            "POST /api/invite/reset-token"
        }) {
            String[] parts = asked.split(" ", -1);
            assertThat(server.ask("", parts[0], parts[1])
                            .header("Authorization", "Bearer " + access)
                            .send()
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void line05OneAtATime() {
        String first = created("dev");

        Answer second = server.send("dev", "POST", "/api/token");

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.at("/detail")).contains("You already have a valid token");
        assertThat(created("eve")).isNotEqualTo(first);
        assertThat(server.send("dev", "POST", "/api/token/blacklist/", refresh(first))
                        .status())
                .isEqualTo(204);
        assertThat(created("dev")).isNotEqualTo(first);
    }

    @Test
    void line06BlacklistingWorksOnceAndWithTheTokenThatListsShow() {
        String token = created("dev");
        String listed = server.get("dev", "/api/token/").json().at("/0/token").asText();

        assertThat(server.send("eve", "POST", "/api/token/blacklist/", refresh(listed))
                        .status())
                .isEqualTo(404);
        assertThat(server.send("", "POST", "/api/token/blacklist/", refresh(listed))
                        .status())
                .isEqualTo(401);
        assertThat(exchange(token).status()).isEqualTo(200);
        assertThat(server.send("dev", "POST", "/api/token/blacklist/", refresh(listed))
                        .status())
                .isEqualTo(204);
        Answer again = server.send("dev", "POST", "/api/token/blacklist", refresh(listed));
        assertThat(again.status()).isEqualTo(404);
        assertThat(again.json().has("id")).isFalse();
        assertThat(exchange(token).status()).isEqualTo(401);
        assertThat(server.get("dev", "/api/token").json()).isEmpty();
    }

    @Test
    void line07RotatingEndsTheOldOne() {
        String first = created("dev");

        Answer rotated = server.send("dev", "POST", "/api/token/rotate/", refresh(first));

        assertThat(rotated.status()).isEqualTo(200);
        assertThat(exchange(first).status()).isEqualTo(401);
        assertThat(exchange(rotated.at("/refresh")).status()).isEqualTo(200);
        assertThat(server.send("dev", "POST", "/api/token/rotate/", refresh(first))
                        .status())
                .isEqualTo(400);
        assertThat(server.send("dev", "POST", "/api/token/rotate/", refresh("garbage"))
                        .at("/detail"))
                .isEqualTo("Validation error");
        assertThat(server.send("eve", "POST", "/api/token/rotate/", refresh(rotated.at("/refresh")))
                        .status())
                .isIn(400, 403);
        assertThat(server.send("", "POST", "/api/token/rotate/", refresh(rotated.at("/refresh")))
                        .status())
                .isEqualTo(401);
        assertThat(server.send("dev", "POST", "/api/token/rotate", refresh(rotated.at("/refresh")))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void line08ListsNeverShowSignatures() {
        assertThat(created("dev").split("\\.")).hasSize(3);

        String listed = server.get("dev", "/api/token").json().at("/0/token").asText();

        assertThat(listed.split("\\.")).hasSize(2);
        assertThat(exchange(listed).status()).isEqualTo(401);
        assertThat(server.get("eve", "/api/token").json()).isEmpty();
    }

    @Test
    void line03SwitchesSayWhichTokensAnOrganizationTakes() {
        String access = exchange(created("dev")).at("/access");
        for (String row :
                new String[] {"true,true,200,200", "true,false,200,401", "false,true,401,200", "false,false,401,401"}) {
            String[] cells = row.split(",", -1);
            keep("api_tokens_enabled", cells[0]);
            keep("legacy_api_tokens_enabled", cells[1]);

            assertThat(whoAmI("Authorization", "Bearer " + access).status())
                    .as(row)
                    .isEqualTo(Integer.parseInt(cells[2]));
            Answer legacy = whoAmI("Authorization", "Token dev-token");
            assertThat(legacy.status()).as(row).isEqualTo(Integer.parseInt(cells[3]));
            if (cells[3].equals("401")) {
                assertThat(legacy.at("/detail")).contains("legacy token authentication has been disabled");
            }
        }
    }

    @Test
    void anOrganizationThatTakesNoUserTokensIsNotReachedFromAnother() {
        Organization other = server.given().organization("other");
        server.user("fay", PredefinedRole.ANNOTATOR).in(server.organization()).in(other, PredefinedRole.MANAGER.role());
        String path = "/api/organizations/" + other.number();
        assertThat(server.get("fay", path).status()).isEqualTo(200);

        server.server()
                .fakes()
                .ports()
                .annexes()
                .put(new Annex(
                        AnnexOwner.of(other.id()),
                        0,
                        JwtSettings.KIND,
                        "legacy_api_tokens_enabled",
                        "false",
                        Given.THEN));

        assertThat(server.get("fay", "/api/current-user/whoami").status()).isEqualTo(200);
        for (String part : new String[] {"", "/memberships", "/permissions"}) {
            assertThat(server.get("fay", path + part).status()).as(part).isEqualTo(401);
        }
    }

    @Test
    void theInstallationSaysWhichTokensAreTakenWhereAnOrganizationDoesNot() {
        try (LabelStudioServer strict = LabelStudioServer.withoutLegacyTokens()) {
            assertThat(strict.get("ada", "/api/current-user/whoami").status()).isEqualTo(401);

            keep(strict, "legacy_api_tokens_enabled", "true");

            assertThat(strict.get("ada", "/api/current-user/whoami").status()).isEqualTo(200);
        }
    }

    private void keep(String key, String json) {
        keep(server, key, json);
    }

    /** As no token may get in any more that could say it. */
    private static void keep(LabelStudioServer server, String key, String json) {
        AnnexOwner owner = AnnexOwner.of(server.organization().id());
        server.server().fakes().ports().annexes().put(new Annex(owner, 0, JwtSettings.KIND, key, json, Given.THEN));
    }

    @Test
    void whatIsMissingOrWrongIsJsonToo() {
        assertThat(server.send("", "POST", "/api/token/refresh/", "{}").at("/validation_errors/refresh/0"))
                .isEqualTo("This field is required.");
        assertThat(server.send("", "POST", "/api/token/refresh/").status()).isEqualTo(400);
        for (int guess = 0; guess < 60; guess++) {
            Answer refused = exchange("a.b." + guess);
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.at("/status_code")).isEqualTo("401");
        }
    }

    @Test
    void whoIsNoDeveloperGetsNone() {
        assertThat(server.send("ada", "POST", "/api/token/").status()).isEqualTo(403);
    }
}
