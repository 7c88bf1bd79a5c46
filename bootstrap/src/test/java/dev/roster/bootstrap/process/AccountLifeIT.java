package dev.roster.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of accounts through the packaged jar, from terminal and HTTP, and what it leaves in files and logs. */
class AccountLifeIT {
    private static final String TOKEN = "owner-token-0001";

    @TempDir
    Path directory;

    /** Everything that was told to somebody and must be found nowhere. */
    private final List<String> secrets = new ArrayList<>(List.of(TOKEN));

    private Map<String, String> environment() {
        return Map.of("ROSTER_DATA_DIR", data().toString(), "ROSTER_PUBLIC_URL", "https://roster.example/people");
    }

    private Path data() {
        return directory.resolve("data");
    }

    private RosterProcess server() throws Exception {
        return RosterProcess.server(environment(), "--username", "olga", "--user-token", TOKEN);
    }

    @Test
    void peopleComeInForgetAndReturnAndNoSecretStaysBehind() throws Exception {
        String log;
        try (RosterProcess server = server()) {
            live(new Api(server.url(), ""));
            server.stop();
            log = server.err();
        }

        assertThat(secrets).hasSizeGreaterThan(15);
        assertNowhere(log);
        assertNowhere(storeFiles());
    }

    private void live(Api nobody) throws Exception {
        Api olga = nobody.as(TOKEN);
        acceptsAnInvitation(olga, nobody);
        replacesATemporaryPassword(nobody);
        forgetsAndResets(nobody);
        signsUpByLink(nobody);
        programsHaveKeys(olga);
        operatorHelps();

        assertThat(actions(olga))
                .contains(
                        "user.invite",
                        "invitation.create",
                        "invitation.accept",
                        "user.change-password",
                        "user.request-reset",
                        "user.reset-password",
                        "invite-link.reset",
                        "user.sign-up",
                        "service-account.create",
                        "key.create",
                        "key.refresh",
                        "key.revoke");
    }

    private void acceptsAnInvitation(Api olga, Api nobody) throws Exception {
        Api.Answer invited = olga.post("/v1/invitations", "{\"email\":\"eve@example.org\",\"mode\":\"link\"}");
        assertThat(invited.status()).isEqualTo(201);
        assertThat(invited.body().toString()).doesNotContain("rin_");
        String mail = mailTo("eve@example.org");
        assertThat(mail).contains("https://roster.example/people/invitation#rin_");

        Api.Answer accepted =
                nobody.post("/v1/invitations/accept", """
                {"token": "%s", "username": "eve", "password": "%s"}
                """.formatted(secret(mail, "rin_"), kept("evening primrose 1")));

        assertThat(accepted.status()).isEqualTo(201);
        assertThat(nobody.as(kept(accepted.text("key"))).get("/v1/me").text("username"))
                .isEqualTo("eve");
        kept(nobody.as(accepted.text("key")).get("/v1/me/token").text("user_token"));
    }

    private void replacesATemporaryPassword(Api nobody) throws Exception {
        String shown =
                roster("invitations", "create", "bob@example.org", "--mode", "temporary-password", "--output", "json");
        Matcher told =
                Pattern.compile("\"temporary_password\"\\s*:\\s*\"([^\"]+)\"").matcher(shown);
        assertThat(told.find()).as(shown).isTrue();
        String temporary = kept(told.group(1));

        Api.Answer early = nobody.post("/v1/sessions", logIn("bob@example.org", temporary));
        Api.Answer replaced =
                nobody.post("/v1/sessions/temporary-password", """
                {"login": "bob@example.org", "temporary_password": "%s", "password": "%s"}
                """.formatted(temporary, kept("bobbing for apples 2")));

        assertThat(early.status()).isEqualTo(409);
        assertThat(replaced.status()).isEqualTo(201);
        kept(replaced.text("key"));
        assertThat(nobody.post("/v1/sessions", logIn("bob@example.org", temporary))
                        .status())
                .isEqualTo(401);
    }

    private void forgetsAndResets(Api nobody) throws Exception {
        assertThat(nobody.post("/v1/password-resets", "{\"login\":\"eve@example.org\"}")
                        .status())
                .isEqualTo(202);
        String link = secret(mailTo("eve@example.org"), "rpr_");
        String body = "{\"token\":\"%s\",\"password\":\"%s\"}".formatted(link, kept("evening primrose 3"));

        assertThat(nobody.post("/v1/password-resets/complete", body).status()).isEqualTo(200);
        assertThat(nobody.post("/v1/password-resets/complete", body).status()).isEqualTo(404);
        kept(nobody.post("/v1/sessions", logIn("eve", "evening primrose 3")).text("key"));
    }

    private void signsUpByLink(Api nobody) throws Exception {
        String old = secret(roster("invite-link", "reset", "default"), "ril_");
        String fresh = secret(roster("invite-link", "reset", "default"), "ril_");

        assertThat(nobody.post("/v1/sign-up", signUp(old, "adam")).status()).isEqualTo(404);
        Api.Answer joined = nobody.post("/v1/sign-up", signUp(fresh, "adam"));

        assertThat(joined.status()).isEqualTo(201);
        kept(joined.text("key"));
    }

    private void programsHaveKeys(Api olga) throws Exception {
        roster("workspaces", "create", "legal");
        String made = roster("service-accounts", "create", "nightly", "--workspace", "legal:admin", "--output", "json");
        String key = secret(made, "rak_");
        assertThat(olga.as(key).get("/v1/me").text("kind")).isEqualTo("service");
        Api.Answer mine = olga.post("/v1/me/keys", "{\"name\":\"laptop\"}");
        Api.Answer fresh = olga.post("/v1/keys/" + mine.text("id") + "/refresh", "{}");

        assertThat(fresh.status()).isEqualTo(201);
        String old = secret(mine.body().toString(), "rak_");
        String next = secret(fresh.body().toString(), "rak_");
        assertThat(olga.as(old).get("/v1/me").status()).isEqualTo(401);
        assertThat(olga.as(next).get("/v1/me").text("username")).isEqualTo("olga");
        assertThat(olga.post("/v1/keys/" + fresh.text("id") + "/revoke", "").status())
                .isEqualTo(204);
        assertThat(olga.as(next).get("/v1/me").status()).isEqualTo(401);
    }

    private void operatorHelps() throws Exception {
        roster("reset-password", "--username", "adam", "--password", kept("an apple a day 5"));
        String shown = roster("user", "--username", "adam");
        String token = kept(roster("token", "show", "adam").strip());

        assertThat(shown.lines().reduce((first, second) -> second).orElseThrow())
                .startsWith("{'id': ")
                .endsWith("'token': '" + token + "', 'status': 'ok'}");
    }

    private static List<String> actions(Api olga) throws Exception {
        return olga.get("/v1/audit-events?limit=200")
                .body()
                .path("items")
                .valueStream()
                .map(event -> event.path("action").asText())
                .toList();
    }

    private static String logIn(String login, String password) {
        return "{\"login\":\"%s\",\"password\":\"%s\"}".formatted(login, password);
    }

    private String signUp(String link, String username) {
        return "{\"token\":\"%s\",\"username\":\"%s\",\"password\":\"%s\"}"
                .formatted(link, username, kept("an apple a day 4"));
    }

    /** Runs a command beside the server and returns what it printed. */
    private String roster(String... arguments) throws Exception {
        RosterProcess.Ended ended = RosterProcess.command(environment(), arguments);
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        return ended.out();
    }

    private String secret(String text, String prefix) {
        Matcher matcher = Pattern.compile(prefix + "[A-Za-z0-9_-]{40,}").matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return kept(matcher.group());
    }

    private String kept(String secret) {
        secrets.add(secret);
        return secret;
    }

    /** The newest mail to an address; the worker of the server writes it within seconds. */
    private String mailTo(String address) throws Exception {
        Instant patience = Instant.now().plusSeconds(60);
        Path outbox = data().resolve("outbox");
        while (Instant.now().isBefore(patience)) {
            for (String mail : mails(outbox)) {
                if (mail.contains("To: " + address) && secrets.stream().noneMatch(mail::contains)) {
                    return mail;
                }
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("no mail to " + address);
    }

    private static List<String> mails(Path outbox) throws IOException {
        if (!Files.isDirectory(outbox)) {
            return List.of();
        }
        List<String> mails = new ArrayList<>();
        try (Stream<Path> files = Files.list(outbox)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".eml")).toList()) {
                mails.add(Files.readString(file));
            }
        }
        return mails;
    }

    /** The store's files, byte for character; the mails in the outbox are for people to read. */
    private String storeFiles() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(data())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        assertThat(all).contains("invitation.accept");
        return all.toString();
    }

    private void assertNowhere(String text) {
        assertThat(secrets)
                .allSatisfy(secret -> assertThat(text.contains(secret))
                        .as("%s… is there in clear", secret.substring(0, 4))
                        .isFalse());
    }
}
