package dev.roster.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.domain.mail.Letter;
import dev.roster.http.TestServer.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What strangers try at the doors that are open to them. */
class GettingInAttacksTest {
    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    private static final String EVIL = "evil.example";

    @Test
    void noHeaderOfARequestReachesALink() throws IOException {
        String body = "{\"login\":\"noa\"}";
        String request = "POST /v1/password-resets HTTP/1.1\r\nHost: " + EVIL + "\r\nX-Forwarded-Host: " + EVIL
                + "\r\nX-Forwarded-Proto: http\r\nForwarded: host=" + EVIL + "\r\nOrigin: http://" + EVIL
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                + "\r\nConnection: close\r\n\r\n" + body;

        String answer = raw(request);

        assertThat(answer).startsWith("HTTP/1.1 202").doesNotContain(EVIL);
        assertThat(world.letters()).hasSize(1);
        assertThat(world.letters().get(0).values().get("link")).startsWith("https://roster.example/");
    }

    @Test
    void noHeaderReachesTheLinkOfAnInvitationOrAnOrganization() {
        String path = "/v1/organizations/" + world.server.given().organization().id() + "/invite-link";
        world.ask("ada", "POST", "/v1/invitations")
                .header("X-Forwarded-Host", EVIL)
                .json("{\"email\":\"grace@example.org\"}")
                .send();

        Answer link = world.ask("ada", "POST", path)
                .header("X-Forwarded-Host", EVIL)
                .json("{}")
                .send();

        assertThat(link.at("/url")).startsWith("https://roster.example/");
        assertThat(link.header("Location")).isEqualTo(path);
        assertThat(world.letters()).extracting(Letter::values).noneMatch(values -> values.containsValue(EVIL));
        assertThat(world.letters().get(0).values().get("link")).startsWith("https://roster.example/");
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), world.server.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    /** A known account, an unknown one, one without a password or address, one that is shut out, one that waits. */
    private List<String> accounts() {
        world.server.given().user("bare").id();
        world.ask("ada", "POST", "/v1/users/" + world.zoe + "/deactivate").send();
        world.send("ada", "POST", "/v1/invitations", "{'email': 'grace@example.org'}");
        return List.of("noa", "noa@example.org", "nobody", "bare", "zoe", "grace@example.org");
    }

    @Test
    void askingForAResetTellsNothingAboutTheAccount() {
        List<String> told = accounts().stream()
                .map(login -> told("/v1/password-resets", "{'login': '" + login + "'}"))
                .distinct()
                .toList();

        assertThat(told).containsExactly("202 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/sessions", "/v1/sessions/temporary-password"})
    void aWrongPasswordTellsNothingAboutTheAccount(String path) {
        String field = path.endsWith("temporary-password") ? "temporary_password" : "password";
        String more = field.equals("password") ? "" : ", 'password': 'long enough'";

        List<String> told = accounts().stream()
                .map(login -> told(path, "{'login': '" + login + "', '" + field + "': 'wrong'" + more + "}"))
                .distinct()
                .toList();

        assertThat(told).hasSize(1).allMatch(answer -> answer.startsWith("401 "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/invitations/show", "/v1/invitations/accept", "/v1/password-resets/complete"})
    void aWrongLinkAndAUsedOneAreRefusedAlike(String path) {
        world.send("ada", "POST", "/v1/invitations", "{'email': 'grace@example.org'}");
        String used = world.mailedSecret();
        told("/v1/invitations/accept", "{'token': '" + used + "', 'password': 'long enough'}");
        String more = path.endsWith("show") ? "" : ", 'password': 'long enough'";

        String wrong = told(path, "{'token': 'rin_guess'" + more + "}");

        assertThat(wrong).startsWith("404 ");
        assertThat(told(path, "{'token': '" + used + "'" + more + "}")).isEqualTo(wrong);
    }

    private String told(String path, String body) {
        Answer answer = world.send("", "POST", path, body);
        return answer.status() + " " + answer.text();
    }

    @Test
    void whoGuessesLinksIsHeldUp() {
        Answer last = world.send("", "POST", "/v1/invitations/show", "{'token': 'rin_0'}");
        for (int guess = 1; guess < 100 && last.status() == 404; guess++) {
            last = world.send("", "POST", "/v1/invitations/show", "{'token': 'rin_" + guess + "'}");
        }

        assertThat(last.status()).isEqualTo(429);
        assertThat(last.header("Retry-After")).isNotEmpty();
    }

    @Test
    void nobodyGivesThemselvesMoreThanTheFormAsksFor() {
        world.send("ada", "POST", "/v1/invitations", "{'email': 'grace@example.org'}");
        String token = world.mailedSecret();
        Map<String, String> forms = Map.of(
                "PATCH /v1/me", "{'display_name': 'x'",
                "POST /v1/invitations/accept", "{'token': '" + token + "', 'password': 'long enough'",
                "POST /v1/sign-up", "{'username': 'eve', 'password': 'long enough'",
                "POST /v1/sign-up/confirmation", "{'token': 'x', 'password': 'long enough'",
                "POST /v1/password-resets/complete", "{'token': 'x', 'password': 'long enough'",
                "POST /v1/sessions/temporary-password",
                        "{'login': 'noa', 'temporary_password': 'x', 'password': 'long enough'");
        List<String> privileges = List.of(
                "role", "status", "kind", "developer", "id", "maker_id", "organization_id", "workspaces", "user_token");

        forms.forEach((form, fields) -> privileges.forEach(privilege -> {
            String[] route = form.split(" ", -1);
            String caller = route[0].equals("PATCH") ? "noa" : "";
            Answer refused = world.send(caller, route[0], route[1], fields + ", '" + privilege + "': 'owner'}");
            assertThat(refused.status()).as("%s %s", form, privilege).isEqualTo(400);
            assertThat(refused.at("/errors/0/field"))
                    .as("%s %s", form, privilege)
                    .isEqualTo(privilege);
        }));
        assertThat(world.get("noa", "/v1/me").at("/role")).isEqualTo("annotator");
    }

    @Test
    void everyAnswerThatHoldsASecretForbidsKeepingIt() {
        String organization =
                "/v1/organizations/" + world.server.given().organization().id();
        List<Answer> answers = List.of(
                world.send("", "POST", "/v1/sessions", "{'login': 'noa', 'password': 'correct horse'}"),
                world.send("ada", "POST", "/v1/me/keys", "{'name': 'x'}"),
                world.send("ada", "POST", organization + "/invite-link", "{}"),
                world.get("ada", organization + "/invite-link"),
                world.ask("ada", "POST", "/v1/users/" + world.noa + "/temporary-password")
                        .send(),
                world.ask("ada", "POST", "/v1/users/" + world.noa + "/password-link/hand-over")
                        .send(),
                world.send("ada", "POST", "/v1/invitations", "{'email': 'x@y.example', 'mode': 'temporary-password'}"));

        assertThat(answers).allMatch(answer -> answer.status() < 300);
        assertThat(answers).extracting(answer -> answer.header("Cache-Control")).containsOnly("no-store");
    }

    @Test
    void secretsAreNotTakenFromTheUrl() {
        Answer refused = world.send("", "POST", "/v1/invitations/show?token=rin_x", "{'token': 'rin_x'}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/errors/0/field")).isEqualTo("token");
    }
}
