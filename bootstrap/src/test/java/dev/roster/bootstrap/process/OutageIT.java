package dev.roster.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar while its store does not work, and after it does again. */
class OutageIT {
    private static final String TOKEN = "owner-token-0001";

    /** Two seconds are promised; a machine that builds something else besides may be slower, but not by that much. */
    private static final Duration SOON = Duration.ofSeconds(9);

    private static final Duration EVENTUALLY = Duration.ofMinutes(2);

    @TempDir
    Path directory;

    private Map<String, String> environment() {
        return Map.of("ROSTER_DATA_DIR", directory.resolve("data").toString());
    }

    @Test
    void lockedFileIsReadByEveryCredentialAndSaidSoToThoseWhoChange() throws Exception {
        try (RosterProcess server = RosterProcess.server(environment(), "--username", "olga", "--user-token", TOKEN)) {
            Api olga = new Api(server.url(), TOKEN);
            Api unused =
                    olga.as(olga.post("/v1/me/keys", "{\"name\":\"laptop\"}").text("secret"));
            assertThat(unused.token()).isNotEmpty();

            try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("data/roster.db"));
                    Statement statement = other.createStatement()) {
                statement.execute("BEGIN EXCLUSIVE");

                assertThat(soon(() -> olga.get("/v1/users")).status()).isEqualTo(200);
                assertThat(soon(() -> unused.get("/v1/users")).status()).isEqualTo(200);
                assertThat(soon(() -> create(olga, "ana")))
                        .returns(503, Api.Answer::status)
                        .returns("another process has locked the store; try again", answer -> answer.text("detail"));
                assertThat(soon(() -> olga.get("/health/ready")).status()).isEqualTo(503);
                RosterProcess.Ended read = RosterProcess.command(environment(), "users", "list", "--output", "csv");
                RosterProcess.Ended refused = RosterProcess.command(environment(), "users", "create", "bob");
                assertThat(read.exitCode()).isZero();
                assertThat(read.out()).contains("olga");
                assertThat(refused)
                        .isEqualTo(new RosterProcess.Ended(
                                3, "", "roster: another process has locked the store; try again"));
            }

            assertThat(create(olga, "ana").status()).isEqualTo(201);
            assertThat(eventually(() -> olga.get("/health/ready"), 200)).isTrue();
            assertThat(olga.get("/v1/users").body().path("items")).hasSize(2);
        }
    }

    @Test
    void stoppedPostgresIsSaidSoAndFoundAgainWithoutARestart() throws Exception {
        EmbeddedPostgres postgres = postgres(0);
        int port = postgres.getPort();
        Map<String, String> environment = Map.of(
                "ROSTER_DATA_DIR",
                directory.resolve("data").toString(),
                "ROSTER_DATABASE",
                "postgres://postgres@127.0.0.1:" + port + "/postgres");
        try (RosterProcess server = RosterProcess.server(environment, "--username", "olga", "--user-token", TOKEN)) {
            Api olga = new Api(server.url(), TOKEN);
            assertThat(olga.get("/health/ready").status()).isEqualTo(200);

            postgres.close();
            assertThat(soon(() -> olga.get("/v1/me")))
                    .returns(503, Api.Answer::status)
                    .returns("the store cannot be reached", answer -> answer.text("detail"));
            assertThat(soon(() -> create(olga, "ana")).status()).isEqualTo(503);
            assertThat(eventually(() -> soon(() -> olga.get("/health/ready")), 503))
                    .isTrue();
            postgres = postgres(port);

            assertThat(eventually(() -> olga.get("/v1/me"), 200)).isTrue();
            assertThat(eventually(() -> create(olga, "ana"), 201)).isTrue();
            assertThat(eventually(() -> olga.get("/health/ready"), 200)).isTrue();
        } finally {
            postgres.close();
        }
    }

    private EmbeddedPostgres postgres(int port) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(directory.resolve("postgres"))
                .setCleanDataDirectory(false);
        return (port == 0 ? builder : builder.setPort(port)).start();
    }

    private static Api.Answer create(Api api, String username) throws IOException, InterruptedException {
        return api.post("/v1/users", "{\"username\":\"" + username + "\"}");
    }

    private static Api.Answer soon(Callable<Api.Answer> question) throws Exception {
        long start = System.nanoTime();
        Api.Answer answer = question.call();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
        return answer;
    }

    private static boolean eventually(Callable<Api.Answer> question, int status) throws Exception {
        long start = System.nanoTime();
        while (Duration.ofNanos(System.nanoTime() - start).compareTo(EVENTUALLY) < 0) {
            if (question.call().status() == status) {
                return true;
            }
            Thread.sleep(100);
        }
        return false;
    }
}
