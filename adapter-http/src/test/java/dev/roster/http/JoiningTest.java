package dev.roster.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.domain.invitation.InviteLink;
import dev.roster.http.TestServer.Answer;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The ways in over HTTP: invitation, link, sign-up, reset and temporary password. */
class JoiningTest {
    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void anInvitationLeadsFromTheMailToTheFirstSession() {
        Answer invited =
                world.send("ada", "POST", "/v1/invitations", "{'email': 'grace@example.org', 'role': 'admin'}");
        String token = world.mailedSecret();

        Answer offer = open("/v1/invitations/show", "{'token': '" + token + "'}");
        Answer accepted = open("/v1/invitations/accept", """
                {'token': '%s', 'username': 'grace', 'first_name': 'Grace', 'password': 'a password of mine'}
                """.formatted(token));

        assertThat(invited.status()).isEqualTo(201);
        assertThat(invited.at("/user/status")).isEqualTo("invited");
        assertThat(invited.json().at("/temporary_password").isNull()).isTrue();
        assertThat(offer.at("/email")).isEqualTo("grace@example.org");
        assertThat(accepted.status()).isEqualTo(201);
        assertThat(accepted.at("/user/role")).isEqualTo("admin");
        assertThat(as(accepted.at("/key"), "/v1/me").at("/first_name")).isEqualTo("Grace");
        assertThat(as(accepted.at("/key"), "/v1/me/token").at("/user_token")).startsWith("rut_");
        assertThat(logIn("grace", "a password of mine").status()).isEqualTo(201);
        assertThat(open("/v1/invitations/show", "{'token': '" + token + "'}").status())
                .isEqualTo(404);
    }

    @Test
    void askingTwiceChangesAndSendsNothing() {
        Answer first = world.send("ada", "POST", "/v1/invitations", "{'email': 'grace@example.org'}");

        Answer second = world.send("ada", "POST", "/v1/invitations", "{'email': 'GRACE@example.org', 'role': 'owner'}");

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(world.letters()).hasSize(1);
        assertThat(world.send("ada", "POST", "/v1/invitations", "{'email': 'noa@example.org'}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void invitationsAreListedResentAndTakenBack() {
        Answer invited = world.send("ada", "POST", "/v1/invitations", "{'email': 'grace@example.org'}");
        String path = "/v1/users/" + invited.at("/user/id") + "/invitation";
        String older = world.mailedSecret();

        Answer resent = world.ask("ada", "POST", path + "/resend").send();

        assertThat(resent.status()).isEqualTo(200);
        assertThat(world.mailedSecret()).isNotEqualTo(older);
        assertThat(open("/v1/invitations/show", "{'token': '" + older + "'}").status())
                .isEqualTo(404);
        assertThat(world.get("ada", "/v1/invitations?pending=true").at("/items/0/user/email"))
                .isEqualTo("grace@example.org");
        assertThat(world.get("ada", "/v1/invitations?pending=false").json().at("/items"))
                .isEmpty();
        assertThat(world.delete("ada", path).status()).isEqualTo(204);
        assertThat(world.get("ada", "/v1/invitations").json().at("/items")).isEmpty();
        assertThat(open("/v1/invitations/show", "{'token': '" + world.mailedSecret() + "'}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void anExpiredInvitationIsNotPendingAndCanBeRenewed() {
        Answer invited = world.send("ada", "POST", "/v1/invitations", "{'email': 'grace@example.org'}");
        world.server.fakes().clock().advance(Duration.ofDays(7));

        Answer listed = world.get("ada", "/v1/invitations?pending=false");
        Answer renewed = world.send("ada", "POST", "/v1/invitations", "{'email': 'grace@example.org'}");

        assertThat(listed.json().at("/items/0/invitation/pending").asBoolean()).isFalse();
        assertThat(renewed.status()).isEqualTo(201);
        assertThat(renewed.at("/user/id")).isEqualTo(invited.at("/user/id"));
    }

    @Test
    void aTemporaryPasswordIsToldOnceAndOnlyLetsOneChooseAnother() {
        String body = "{'email': 'grace@example.org', 'mode': 'temporary-password'}";
        Answer invited = world.send("ada", "POST", "/v1/invitations", body);
        String temporary = invited.at("/temporary_password");
        String change = "{'login': 'grace@example.org', 'temporary_password': '%s', 'password': '%s'}";

        Answer early = logIn("grace@example.org", temporary);
        Answer changed = open("/v1/sessions/temporary-password", change.formatted(temporary, "a password of mine"));

        assertThat(invited.header("Cache-Control")).isEqualTo("no-store");
        assertThat(world.send("ada", "POST", "/v1/invitations", body).status()).isEqualTo(409);
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.at("/errors/0/field")).isEqualTo("password");
        assertThat(changed.status()).isEqualTo(201);
        assertThat(changed.at("/user/status")).isEqualTo("active");
        assertThat(logIn("grace@example.org", "a password of mine").status()).isEqualTo(201);
    }

    @Test
    void anOwnerGivesATemporaryPasswordAndEndsTheSessions() {
        String key = logIn("noa", "correct horse").at("/key");
        String path = "/v1/users/" + world.noa + "/temporary-password";

        Answer given = world.ask("ada", "POST", path).send();

        assertThat(given.status()).isEqualTo(201);
        assertThat(given.at("/user/username")).isEqualTo("noa");
        assertThat(as(key, "/v1/me").status()).isEqualTo(401);
        assertThat(logIn("noa", "correct horse").status()).isEqualTo(401);
        assertThat(logIn("noa", given.at("/temporary_password")).status()).isEqualTo(409);
        assertThat(world.ask("max", "POST", path).send().status()).isEqualTo(403);
    }

    @Test
    void aForgottenPasswordIsSetByTheLinkOfTheMail() {
        Answer asked = open("/v1/password-resets", "{'login': 'noa'}");
        String token = world.mailedSecret();
        String body = "{'token': '" + token + "', 'password': 'a password of mine'}";

        Answer done = open("/v1/password-resets/complete", body);

        assertThat(asked.status()).isEqualTo(202);
        assertThat(asked.text()).isEmpty();
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.at("/user_token")).isEqualTo("stays");
        assertThat(done.at("/keys_ended")).isEqualTo("0");
        assertThat(logIn("noa", "a password of mine").status()).isEqualTo(201);
        assertThat(open("/v1/password-resets/complete", body).status()).isEqualTo(404);
    }

    @Test
    void aResetLinkLivesForHalfAnHour() {
        open("/v1/password-resets", "{'login': 'noa'}");
        String token = world.mailedSecret();
        world.server.fakes().clock().advance(Duration.ofMinutes(30));

        Answer late = open("/v1/password-resets/complete", "{'token': '" + token + "', 'password': 'long enough'}");

        assertThat(late.status()).isEqualTo(404);
        assertThat(late.at("/detail")).contains("wrong, expired or used");
    }

    @Test
    void anOwnerHasALinkMailedAndNeverSeesIt() {
        Answer sent = world.ask("ada", "POST", "/v1/users/" + world.noa + "/password-link")
                .send();

        assertThat(sent.status()).isEqualTo(202);
        assertThat(sent.text()).isEmpty();
        assertThat(world.mailedSecret()).startsWith("rpr_");
    }

    private Answer handOver(String who) {
        return world.ask(who, "POST", "/v1/users/" + world.noa + "/password-link/hand-over")
                .send();
    }

    private Answer setPassword(Answer handedOver, String password) {
        return open(
                "/v1/password-resets/complete",
                "{'token': '%s', 'password': '%s'}".formatted(secretOf(handedOver), password));
    }

    @Test
    void anOwnerIsShownALinkToHandOverThatSetsAPasswordOnce() {
        Answer given = handOver("ada");

        assertThat(given.status()).isEqualTo(201);
        assertThat(given.at("/url")).startsWith("https://roster.example/password#rpr_");
        assertThat(given.at("/user/id")).isEqualTo(world.noa.toString());
        assertThat(given.at("/expires_at")).isNotEmpty();
        assertThat(setPassword(given, "a password of my own").status()).isEqualTo(200);
        assertThat(setPassword(given, "one more of my own").status()).isEqualTo(404);
    }

    @Test
    void aLinkToHandOverIsForThoseAloneWhoMayChangeTheUser() {
        for (String who : List.of("max", "noa")) {
            Answer refused = handOver(who);
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.text()).doesNotContain("rpr_");
        }
    }

    static Stream<Named<Consumer<JoiningTest>>> overtaking() {
        return Stream.of(
                Named.of("another password", test -> test.change("{'password': 'one that came in between'}")),
                Named.of("another address", test -> test.change("{'email': 'noa@elsewhere.example'}")),
                Named.of("deactivation", test -> test.post("/deactivate")),
                Named.of("deactivation and back", test -> {
                    test.post("/deactivate");
                    test.post("/reactivate");
                }),
                Named.of("a temporary password", test -> test.post("/temporary-password")),
                Named.of("another link to hand over", test -> test.handOver("ada")),
                Named.of("a link that is mailed", test -> test.post("/password-link")));
    }

    private void change(String body) {
        assertThat(world.send("ada", "PATCH", "/v1/users/" + world.noa, body).status())
                .isEqualTo(200);
    }

    private void post(String path) {
        assertThat(world.ask("ada", "POST", "/v1/users/" + world.noa + path)
                        .send()
                        .status())
                .isLessThan(300);
    }

    @ParameterizedTest
    @MethodSource("overtaking")
    void aLinkThatWasHandedOverIsOvertakenBy(Consumer<JoiningTest> change) {
        Answer given = handOver("ada");

        change.accept(this);

        assertThat(setPassword(given, "a password of my own").status()).isEqualTo(404);
    }

    @Test
    void aLinkTakesSoManyDomainsAsWrittenAndNotAsMeant() {
        String path = "/v1/organizations/" + world.server.given().organization().id() + "/invite-link";
        String domains = String.join(",", Collections.nCopies(InviteLink.MOST_DOMAINS + 1, "'example.org'"));

        Answer many = world.send("max", "POST", path, "{'domains': [" + domains + "]}");
        Answer most =
                world.send("max", "POST", path, "{'domains': [" + domains.substring("'example.org',".length()) + "]}");

        assertThat(many.status()).isEqualTo(400);
        assertThat(many.at("/errors/0/field")).isEqualTo("domains");
        assertThat(most.status()).isEqualTo(201);
        assertThat(most.json().at("/domains").toString()).isEqualTo("[\"example.org\"]");
    }

    @Test
    void aLinkLetsPeopleSignUpAsItSaysAndDiesWhenReset() {
        String path = "/v1/organizations/" + world.server.given().organization().id() + "/invite-link";
        Answer made = world.send("max", "POST", path, "{'most_uses': 2, 'domains': ['Example.org']}");
        String token = secretOf(made);

        Answer outside = open("/v1/sign-up", signUp(token, "eve", "eve@elsewhere.org"));
        Answer waiting = open("/v1/sign-up", signUp(token, "grace", "grace@example.org"));
        String confirmation = world.mailedSecret();
        Answer wrong = open("/v1/sign-up/confirmation", confirm(confirmation, "not the one"));
        Answer inside = open("/v1/sign-up/confirmation", confirm(confirmation, "long enough"));
        Answer taken = open("/v1/sign-up", signUp(token, "gracie", "grace@example.org"));

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.at("/url")).startsWith("https://roster.example/sign-up#ril_");
        assertThat(made.json().at("/domains").toString()).isEqualTo("[\"example.org\"]");
        assertThat(outside.at("/errors/0/field")).isEqualTo("email");
        assertThat(waiting.status()).isEqualTo(202);
        assertThat(waiting.text()).isEmpty();
        assertThat(taken.status()).isEqualTo(202);
        assertThat(taken.text()).isEmpty();
        assertThat(confirmation).startsWith("rsu_");
        assertThat(wrong.at("/errors/0/field")).isEqualTo("password");
        assertThat(inside.status()).isEqualTo(201);
        assertThat(inside.at("/user/role")).isEqualTo("annotator");
        assertThat(as(inside.at("/key"), "/v1/me/workspaces").json().at("/items"))
                .isEmpty();
        assertThat(world.get("max", path).at("/uses")).isEqualTo("1");
        assertThat(world.get("noa", path).status()).isEqualTo(403);
        String newer = secretOf(world.send("max", "POST", path, "{}"));
        assertThat(open("/v1/sign-up", signUp(token, "lin", "lin@example.org")).status())
                .isEqualTo(404);
        Answer atOnce =
                open("/v1/sign-up", "{'token': '%s', 'username': 'lin', 'password': 'long enough'}".formatted(newer));
        assertThat(atOnce.status()).isEqualTo(201);
    }

    @Test
    void aRemovedLinkIsGone() {
        String path = "/v1/organizations/" + world.server.given().organization().id() + "/invite-link";
        String token = secretOf(world.send("max", "POST", path, "{}"));

        assertThat(world.delete("max", path).status()).isEqualTo(204);
        assertThat(world.delete("max", path).status()).isEqualTo(204);
        assertThat(world.get("max", path).status()).isEqualTo(404);
        assertThat(open("/v1/sign-up", signUp(token, "lin", "lin@example.org")).status())
                .isEqualTo(404);
    }

    @Test
    void signingUpTakesALinkUnlessItIsOpen() {
        Answer refused = open("/v1/sign-up", "{'username': 'eve', 'password': 'long enough'}");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.at("/detail")).contains("link");
    }

    private static String secretOf(Answer link) {
        String url = link.at("/url");
        return url.substring(url.indexOf('#') + 1);
    }

    private static String signUp(String token, String username, String email) {
        return "{'token': '%s', 'username': '%s', 'email': '%s', 'password': 'long enough'}"
                .formatted(token, username, email);
    }

    private static String confirm(String token, String password) {
        return "{'token': '%s', 'password': '%s'}".formatted(token, password);
    }

    private Answer logIn(String login, String password) {
        return open("/v1/sessions", "{'login': '" + login + "', 'password': '" + password + "'}");
    }

    private Answer open(String path, String body) {
        return world.send("", "POST", path, body);
    }

    private Answer as(String secret, String path) {
        return world.server.ask("GET", path).as(secret).send();
    }
}
