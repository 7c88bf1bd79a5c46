package dev.roster.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a running server lets commands beside it know, and how it begins and ends. */
class ServingIT {
    private static final String TOKEN = "owner-token-0001";

    @TempDir
    Path directory;

    private Path data() {
        return directory.resolve("data");
    }

    private Map<String, String> with(String... more) {
        Map<String, String> variables = new HashMap<>(Map.of("ROSTER_DATA_DIR", data().toString()));
        for (int next = 0; next < more.length; next += 2) {
            variables.put(more[next], more[next + 1]);
        }
        return variables;
    }

    private static String invite(Map<String, String> environment, String address) throws Exception {
        RosterProcess.Ended invited =
                RosterProcess.command(environment, "invitations", "create", address, "--output", "json");
        assertThat(invited.exitCode()).as("%s", invited).isZero();
        return invited.out();
    }

    private void linksLeadToTheServer(Map<String, String> environment) throws Exception {
        try (RosterProcess server = RosterProcess.server(environment, "--username", "olga", "--user-token", TOKEN)) {
            String port = ":" + server.url().getPort();
            RosterProcess.Ended settings = RosterProcess.command(environment, "settings", "--output", "csv");

            assertThat(invite(environment, "ana@example.org")).contains("http://127.0.0.1" + port + "/invitation#");
            assertThat(settings.out().lines())
                    .contains("port,6900,default,0", "public-url,,default,http://127.0.0.1" + port)
                    .contains("host,127.0.0.1,default,");
            Map<String, String> told = new HashMap<>(environment);
            told.put("ROSTER_PUBLIC_URL", "https://roster.example.org/");
            assertThat(invite(told, "bob@example.org")).contains("https://roster.example.org/invitation#");
        }
        RosterProcess.Ended stopped = RosterProcess.command(environment, "settings", "--output", "csv");
        assertThat(stopped.out().lines()).contains("port,6900,default,", "public-url,,default,");
    }

    @Test
    void linksOfCommandsLeadToTheRunningServer() throws Exception {
        linksLeadToTheServer(with());
    }

    @Test
    void linksOfCommandsLeadToTheRunningServerOnPostgresToo() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            linksLeadToTheServer(
                    with("ROSTER_DATABASE", "postgres://postgres@127.0.0.1:" + postgres.getPort() + "/postgres"));
        }
    }

    @Test
    void publicUrlGivenToTheServerAloneCountsForCommandsToo() throws Exception {
        Files.createDirectories(data());
        Files.writeString(data().resolve("roster.properties"), "public-url=https://old.example.org\n");
        try (RosterProcess server = RosterProcess.server(
                with(), "--username", "olga", "--user-token", TOKEN, "--public-url", "https://new.example.org")) {
            assertThat(server.out()).contains("https://new.example.org/docs");
            assertThat(invite(with(), "ana@example.org")).contains("https://new.example.org/invitation#");
        }
        assertThat(invite(with(), "bob@example.org")).contains("https://old.example.org/invitation#");
    }

    @Test
    void listeningOnAllWithoutAPublicUrlIsWarnedOf() throws Exception {
        try (RosterProcess open = RosterProcess.server(with(), "--host", "0.0.0.0")) {
            assertThat(open.err())
                    .contains(" WARN ", "links lead to http://localhost:")
                    .contains("ROSTER_PUBLIC_URL");
        }
        try (RosterProcess named =
                RosterProcess.server(with("ROSTER_PUBLIC_URL", "https://r.example"), "--host", "::")) {
            assertThat(named.err()).doesNotContain(" WARN ");
        }
    }

    @Test
    void hostOfAnotherMachineIsNamed() throws Exception {
        RosterProcess.Ended refused = RosterProcess.command(with(), "start", "--host", "192.0.2.1");

        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.err()).contains("cannot listen on host `192.0.2.1`").doesNotContain("choose another");
    }

    @Test
    void stopAsToldEndsWithZero() throws Exception {
        RosterProcess server = RosterProcess.server(with());

        assertThat(server.stop()).isZero();
        assertThat(server.err())
                .contains("stopping, running requests finish first")
                .endsWith("stopped");
    }

    @Test
    void tokenOfTheFirstOwnerGoesToAFileWhereNobodyReadsAlong() throws Exception {
        Path file = data().resolve("user-token.olga");
        try (RosterProcess server = RosterProcess.server(with(), "--username", "olga")) {
            String token = Files.readString(file).strip();

            assertThat(server.out()).contains("Created the first owner, `olga`", file.toString());
            assertThat(server.out() + server.err()).doesNotContain(token);
            assertThat(server.err()).contains("the user token of `olga` is in the file " + file);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(new Api(server.url(), token).get("/v1/me").text("role")).isEqualTo("owner");
        }
    }

    @Test
    void tokenThatWasGivenIsWrittenNowhere() throws Exception {
        try (RosterProcess server = RosterProcess.server(with("ROSTER_USERNAME", "olga", "ROSTER_API_KEY", TOKEN))) {
            assertThat(server.out()).contains("Created the first owner, `olga`, with the user token that you gave.");
            assertThat(server.out() + server.err()).doesNotContain(TOKEN);
        }
        assertThat(data().resolve("user-token.olga")).doesNotExist();
    }

    @Test
    void tokenOfTheFirstOwnerIsPrintedAtATerminal() throws Exception {
        RosterProcess.Ended made =
                Python.atTerminal(with("ROSTER_PASSWORD", "correct horse 1"), List.of(), "init", "--username", "olga");

        assertThat(made.out()).contains("Created the first owner, `olga`, with this user token", "rut_");
        assertThat(made.out().lines().reduce((first, next) -> next).orElse("").strip())
                .as("the token alone on the last line: %s", made.out())
                .startsWith("rut_");
        assertThat(data().resolve("user-token.olga")).doesNotExist();
    }

    @Test
    void valuesForTheFirstOwnerWithoutEffectAreSaidOnce() throws Exception {
        Map<String, String> given =
                with("ROSTER_USERNAME", "olga", "ROSTER_PASSWORD", "correct horse 1", "ROSTER_WORKSPACE", "legal");
        try (RosterProcess first = RosterProcess.server(given)) {
            assertThat(first.err()).doesNotContain("without effect");
        }
        try (RosterProcess second = RosterProcess.server(given)) {
            assertThat(second.err().lines().filter(line -> line.contains("without effect")))
                    .singleElement()
                    .asString()
                    .contains("password, workspace without effect, as `olga` exists", "roster users update olga")
                    .doesNotContain("correct horse 1");
        }
        try (RosterProcess third = RosterProcess.server(with("ROSTER_API_KEY", "a-token-0001"))) {
            assertThat(third.err()).contains("api-key without effect, as no username was given");
        }
    }

    @Test
    void declarationAtTheFirstStartMakesTheFirstPeople() throws Exception {
        Path file = Files.writeString(directory.resolve("people.yaml"), """
                users:
                  olga: {email: olga@lab.example, role: owner, password: correct horse 1}
                  bot: {role: admin, token: token-of-the-bot}
                organizations:
                  default: {workspaces: {legal: {members: {bot: manager}}}}
                """);
        Path wrong = Files.writeString(directory.resolve("wrong.yaml"), "users: {olga: {role: [owner]}}");

        RosterProcess.Ended refused = RosterProcess.command(with(), "start", "--apply", wrong.toString());
        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.err()).contains("line 1: ");
        assertThat(data()).doesNotExist();

        for (String done : List.of("4 added, 0 changed", "0 added, 0 changed")) {
            try (RosterProcess server = RosterProcess.server(with(), "--apply", file.toString())) {
                assertThat(server.err())
                        .contains("applied `" + file + "`: " + done)
                        .doesNotContain("correct horse");
                assertThat(server.out()).doesNotContain("/set-up#");
                Api bot = new Api(server.url(), "token-of-the-bot");
                assertThat(bot.get("/v1/me").text("role")).isEqualTo("admin");
                assertThat(bot.post("/v1/sessions", "{\"login\":\"olga\",\"password\":\"correct horse 1\"}")
                                .status())
                        .isEqualTo(201);
            }
        }
    }

    @Test
    void workspaceThatIsThereIsUsed() throws Exception {
        assertThat(RosterProcess.command(with(), "init", "--quiet").exitCode()).isZero();
        assertThat(RosterProcess.command(with(), "workspaces", "create", "legal")
                        .exitCode())
                .isZero();

        try (RosterProcess server =
                RosterProcess.server(with("ROSTER_WORKSPACE", "legal"), "--username", "olga", "--user-token", TOKEN)) {
            assertThat(new Api(server.url(), TOKEN).get("/v1/workspaces").body().path("items"))
                    .hasSize(1);
        }
        assertThat(RosterProcess.command(with(), "members", "list", "legal", "--output", "csv")
                        .out())
                .contains("olga");
    }
}
