package dev.roster.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.given.GivenUser;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.http.TestServer.Answer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** API keys and service accounts, over HTTP. */
class KeysTest {
    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aKeyIsShownOnceAndOpensWhatItsUserMay() {
        Answer made = world.send("amy", "POST", "/v1/me/keys", "{'name': 'nightly', 'description': 'Export'}");
        String secret = made.at("/secret");

        Answer listed = world.get("amy", "/v1/me/keys");

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Cache-Control")).isEqualTo("no-store");
        assertThat(as(secret, "GET", "/v1/me").at("/username")).isEqualTo("amy");
        assertThat(listed.at("/items/0/status")).isEqualTo("active");
        assertThat(listed.at("/items/0/hint")).startsWith("rak_").hasSizeLessThan(12);
        assertThat(listed.text()).doesNotContain(secret);
    }

    @Test
    void onlyDevelopersMakeKeys() {
        Answer refused = world.send("noa", "POST", "/v1/me/keys", "{'name': 'nightly'}");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.at("/detail")).contains("developer");
    }

    @Test
    void aRevokedKeyIsDeadAtOnceHoweverOftenItIsRevoked() {
        Answer made = world.send("amy", "POST", "/v1/me/keys", "{'name': 'nightly'}");
        String revoke = "/v1/keys/" + made.at("/id") + "/revoke";

        assertThat(world.ask("amy", "POST", revoke).send().status()).isEqualTo(204);
        assertThat(world.ask("amy", "POST", revoke).send().status()).isEqualTo(204);
        assertThat(as(made.at("/secret"), "GET", "/v1/me").status()).isEqualTo(401);
        assertThat(world.get("amy", "/v1/me/keys?status=active").json().at("/items"))
                .isEmpty();
        assertThat(world.get("amy", "/v1/me/keys?status=revoked").json().at("/items"))
                .hasSize(1);
        assertThat(world.get("amy", "/v1/me/keys?status=gone").at("/errors/0/field"))
                .isEqualTo("status");
    }

    @Test
    void aRefreshedKeyLivesOnForTheGracePeriodOnly() {
        Answer made = world.send("amy", "POST", "/v1/me/keys", "{'name': 'nightly'}");
        String refresh = "/v1/keys/" + made.at("/id") + "/refresh";

        Answer renewed = world.send("amy", "POST", refresh, "{'grace_period_seconds': 60}");

        assertThat(renewed.status()).isEqualTo(201);
        assertThat(renewed.at("/name")).isEqualTo("nightly");
        assertThat(renewed.at("/id")).isNotEqualTo(made.at("/id"));
        assertThat(as(made.at("/secret"), "GET", "/v1/me").status()).isEqualTo(200);
        world.server.fakes().clock().advance(Duration.ofSeconds(61));
        assertThat(as(made.at("/secret"), "GET", "/v1/me").status()).isEqualTo(401);
        assertThat(as(renewed.at("/secret"), "GET", "/v1/me").status()).isEqualTo(200);
    }

    @Test
    void aSignedKeyIsListedAndRevokedAsAnyOther() {
        GivenUser sue =
                world.server.given().user("sue").role(PredefinedRole.ADMIN).token("sue-token");
        sue.apiKey("rak_secret");
        String id = sue.signedKey("of-sue-and-more.signature").id().toString();

        assertThat(world.get("sue", "/v1/me/keys?form=signed").json().at("/items"))
                .hasSize(1);
        assertThat(world.get("sue", "/v1/me/keys?form=random").at("/items/0/form"))
                .isEqualTo("random");
        assertThat(world.get("ada", "/v1/keys?form=signed").at("/items/0/form")).isEqualTo("signed");
        assertThat(world.get("ada", "/v1/keys?form=jwt").at("/errors/0/field")).isEqualTo("form");
        assertThat(world.send("sue", "POST", "/v1/keys/" + id + "/refresh", "{}")
                        .status())
                .isEqualTo(409);
        assertThat(world.ask("sue", "POST", "/v1/keys/" + id + "/revoke").send().status())
                .isEqualTo(204);
    }

    @Test
    void aGracePeriodHasLimits() {
        Answer made = world.send("amy", "POST", "/v1/me/keys", "{'name': 'nightly'}");
        String refresh = "/v1/keys/" + made.at("/id") + "/refresh";

        for (String seconds : new String[] {"-1", "86401", "9223372036854775807"}) {
            Answer refused = world.server
                    .ask("POST", refresh)
                    .as("amy-token")
                    .json("{\"grace_period_seconds\":" + seconds + "}")
                    .send();
            assertThat(refused.at("/errors/0/field")).as(seconds).isEqualTo("grace_period_seconds");
        }
    }

    @Test
    void anExpiredKeyOpensNothing() {
        Answer past = world.send("amy", "POST", "/v1/me/keys", "{'name': 'x', 'expires_at': '2020-01-01T00:00:00Z'}");
        String end = world.server.fakes().clock().instant().plusSeconds(60).toString();
        Answer made = world.send("amy", "POST", "/v1/me/keys", "{'name': 'x', 'expires_at': '" + end + "'}");

        world.server.fakes().clock().advance(Duration.ofSeconds(60));

        assertThat(past.at("/errors/0/field")).isEqualTo("expires_at");
        assertThat(as(made.at("/secret"), "GET", "/v1/me").status()).isEqualTo(401);
        assertThat(world.get("amy", "/v1/me/keys").at("/items/0/status")).isEqualTo("expired");
    }

    @Test
    void nobodyMakesAKeyForAnotherPerson() {
        Answer refused = world.send("ada", "POST", "/v1/keys", "{'user_id': '" + world.noa + "', 'name': 'x'}");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(world.get("ada", "/v1/keys?user_id=" + world.noa).json().at("/items"))
                .isEmpty();
    }

    @Test
    void aServiceAccountComesWithItsPlacesAndItsKey() {
        Answer made = serviceAccount("max", "viewer");
        String secret = made.at("/key/secret");
        String id = made.at("/user/id");

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Location")).isEqualTo("/v1/users/" + id);
        assertThat(made.at("/user/kind")).isEqualTo("service");
        assertThat(as(secret, "GET", "/v1/datasets/" + world.contracts.id()).status())
                .isEqualTo(200);
        assertThat(as(secret, "GET", "/v1/datasets/" + world.scans.id()).status())
                .isEqualTo(403);
        assertThat(world.get("max", "/v1/keys?workspace_id=" + world.legal.id()).at("/items/0/name"))
                .isEqualTo("first");
        assertThat(world.get("ada", "/v1/keys?kind=service").json().at("/items"))
                .hasSize(1);
        assertThat(world.get("ada", "/v1/users?kind=service").at("/items/0/username"))
                .isEqualTo("exporter");
        Answer second = world.send("max", "POST", "/v1/keys", "{'user_id': '" + id + "', 'name': 'second'}");
        assertThat(second.status()).isEqualTo(201);
    }

    @Test
    void aServiceAccountNeverDoesMoreThanItsMakerMayNow() {
        Answer made = serviceAccount("max", "manager");
        String secret = made.at("/key/secret");
        String dataset = "/v1/datasets/" + world.contracts.id();
        assertThat(as(secret, "PUT", dataset + "/restriction").status()).isEqualTo(200);

        String max = world.get("ada", "/v1/users?search=max").at("/items/0/id");
        world.send("ada", "PATCH", "/v1/users/" + max, "{'role': 'viewer'}");

        assertThat(as(secret, "DELETE", dataset + "/restriction").status()).isEqualTo(403);
    }

    @Test
    void aServiceAccountIsNotGivenMoreThanItsMakerHolds() {
        Answer owner = world.send("max", "POST", "/v1/service-accounts", """
                {'username': 'exporter', 'role': 'owner', 'key': {'name': 'first'}, 'organizations': [
                  {'organization_id': '%s', 'workspaces': [{'workspace_id': '%s'}]}]}
                """.formatted(
                        world.server.given().organization().id(), world.legal.id()));

        assertThat(owner.status()).isEqualTo(403);
        assertThat(world.get("ada", "/v1/users?kind=service").json().at("/items"))
                .isEmpty();
    }

    private Answer serviceAccount(String maker, String role) {
        return world.send(maker, "POST", "/v1/service-accounts", """
                {'username': 'exporter', 'key': {'name': 'first'}, 'organizations': [
                  {'organization_id': '%s', 'workspaces': [{'workspace_id': '%s', 'role': '%s'}]}]}
                """.formatted(
                        world.server.given().organization().id(), world.legal.id(), role));
    }

    private Answer as(String secret, String method, String path) {
        return world.server.ask(method, path).as(secret).send();
    }
}
