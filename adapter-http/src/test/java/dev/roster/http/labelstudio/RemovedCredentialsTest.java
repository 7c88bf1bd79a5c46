package dev.roster.http.labelstudio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.given.GivenUser;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.http.TestServer.Answer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each thing by which somebody gets in fails on the request after they are removed from their last organization. */
class RemovedCredentialsTest {
    private static final String WHO = "/api/current-user/whoami";
    private static final int IN = 200;

    /** How somebody loses their place. */
    enum Way {
        HERE,
        BY_THE_NATIVE_API,
        DEACTIVATED,
        DELETED
    }

    private final LabelStudioServer server = new LabelStudioServer();
    private final GivenUser ivo =
            server.user("ivo", PredefinedRole.MEMBER).password(Browser.PASSWORD).in(server.organization());
    private final Browser browser = Browser.at(server);
    private String personal = "";
    private String access = "";

    @BeforeEach
    void ivoHasEverything() {
        assertThat(browser.logIn("ivo").status()).isEqualTo(302);
        personal = server.send("ivo", "POST", "/api/token/").at("/token");
        access = exchanged().at("/access");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Answer exchanged() {
        return server.send("", "POST", "/api/token/refresh/", "{'refresh':'" + personal + "'}");
    }

    private Answer bearing(String text) {
        return server.ask("", "GET", WHO)
                .header("Authorization", "Bearer " + text)
                .send();
    }

    /** What each credential brings now. */
    private Map<String, Integer> got() {
        Map<String, Integer> got = new LinkedHashMap<>();
        got.put("legacy token", server.get("ivo", WHO).status());
        got.put("access token", bearing(access).status());
        got.put("personal access token", exchanged().status());
        got.put("session", browser.get(WHO).status());
        got.put("password", Browser.at(server).logIn("ivo").status() == 302 ? IN : 401);
        return got;
    }

    private void lose(Way way) {
        Answer answer = switch (way) {
            case HERE -> server.send("olga", "DELETE", members(server.organization()));
            case BY_THE_NATIVE_API ->
                server.server()
                        .ask(
                                "DELETE",
                                "/v1/organizations/" + server.organization().id() + "/members/" + ivo.id())
                        .as("olga-token")
                        .send();
            case DEACTIVATED ->
                server.send(
                        "olga",
                        "PATCH",
                        "/api/organizations/" + server.organization().number() + "/memberships",
                        "{'user_id':" + ivo.user().number() + ",'role':'DI'}");
            case DELETED ->
                server.send("olga", "DELETE", "/api/users/" + ivo.user().number());
        };
        assertThat(answer.status()).isIn(200, 204);
    }

    private String members(Organization organization) {
        return "/api/organizations/" + organization.number() + "/memberships/"
                + ivo.user().number() + "/";
    }

    @ParameterizedTest
    @EnumSource
    void nothingOpensThisDoorAnyMore(Way way) {
        assertThat(got().values()).containsOnly(IN);

        lose(way);

        assertThat(got().values()).as("%s", got()).containsOnly(401);
    }

    /** They are the same credentials as before, so this is what being added on purpose means. */
    @Test
    void whoIsAddedAgainIsIn() {
        lose(Way.HERE);
        assertThat(got().values()).containsOnly(401);

        ivo.in(server.organization());

        assertThat(got().get("legacy token")).isEqualTo(IN);
        assertThat(got().get("access token")).isEqualTo(IN);
    }

    @Test
    void whoBelongsToAnotherOrganizationGoesOnThere() {
        Organization lab = server.given().organization("lab");
        ivo.in(lab);

        lose(Way.HERE);

        assertThat(got().values()).containsOnly(IN);
        assertThat(server.get("ivo", WHO).json().at("/active_organization").asLong())
                .isEqualTo(lab.number());
        assertThat(server.get(
                                "ivo",
                                "/api/organizations/" + server.organization().number())
                        .status())
                .isEqualTo(404);
    }
}
