package dev.roster.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server process whose reads a streaming standby may answer, and what the standby must never decide. */
class StandbyIT {
    private static final String TOKEN = "owner-token-0001";
    private static final Pattern BY_STANDBY =
            Pattern.compile("roster_standby_reads_total\\{by=\"standby\"\\} ([0-9.]+)");

    @TempDir
    static Path directory;

    private static PostgresPair postgres;
    private static RosterProcess server;
    private static int names;

    private String mark = "";
    private Api olga;
    private Api ana;
    private String anaId = "";

    @BeforeAll
    static void start() throws Exception {
        postgres = new PostgresPair(directory.resolve("standby"));
        server = RosterProcess.server(environment(postgres.standby()), "--username", "olga", "--user-token", TOKEN);
    }

    private static Map<String, String> environment(String standby) {
        Map<String, String> environment = new HashMap<>();
        environment.put("ROSTER_DATA_DIR", directory.resolve("node").toString());
        environment.put("ROSTER_DATABASE", postgres.primary());
        environment.put("ROSTER_DATABASE_STANDBY", standby);
        environment.put("ROSTER_SECRET_KEY", "one secret for all the nodes of this test");
        return environment;
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
        postgres.close();
    }

    /** An owner, known to the standby, which from then on stays as it is. */
    @BeforeEach
    void pause() throws Exception {
        olga = new Api(server.url(), TOKEN);
        ana = olga.makeUser("ana" + names++, "owner");
        anaId = ana.get("/v1/me").text("id");
        mark = rename("Old").freshness();
        assertThat(mark).matches("[0-9A-F]+/[0-9A-F]+");
        postgres.pause();
    }

    @AfterEach
    void resume() throws Exception {
        postgres.resume();
    }

    private Api.Answer rename(String name) throws Exception {
        return olga.patch("/v1/users/" + anaId, "{\"first_name\":\"" + name + "\"}");
    }

    private String nameAt(Api api) throws Exception {
        return api.get("/v1/users/" + anaId).text("first_name");
    }

    private static double byStandby() throws IOException, InterruptedException {
        String metrics = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(server.url().resolve("/metrics")).build(), BodyHandlers.ofString())
                .body();
        Matcher matcher = BY_STANDBY.matcher(metrics);
        assertThat(matcher.find()).as(metrics).isTrue();
        return Double.parseDouble(matcher.group(1));
    }

    @Test
    void whatIsAskedForDecidesWhoAnswers() throws Exception {
        String later = rename("New").freshness();
        double before = byStandby();

        assertThat(nameAt(ana)).isEqualTo("New");
        assertThat(nameAt(ana.atLeast(later))).isEqualTo("New");
        assertThat(byStandby()).isEqualTo(before);
        assertThat(nameAt(ana.atLeast(mark))).isEqualTo("Old");
        assertThat(byStandby()).isEqualTo(before + 1);

        postgres.resume();
        postgres.catchUp();
        assertThat(nameAt(ana.atLeast(later))).isEqualTo("New");
        assertThat(byStandby()).isEqualTo(before + 2);
    }

    @Test
    void permissionChecksAreAnsweredToo() throws Exception {
        double before = byStandby();

        assertThat(ana.atLeast(mark)
                        .post(
                                "/v1/decisions",
                                "{\"questions\":[{\"permission\":\"user:create\",\"target\":{\"kind\":\"instance\"}}]}")
                        .status())
                .isEqualTo(200);
        assertThat(byStandby()).isEqualTo(before + 1);
    }

    @Test
    void readsGiveNoMark() throws Exception {
        assertThat(ana.get("/v1/me").freshness()).isEmpty();
        assertThat(ana.atLeast(mark).get("/v1/me").freshness()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"any", "0/1/2", "-1/0", "123456789/0", "0/G"})
    void markThatCannotBeReadIsRefused(String wrong) throws Exception {
        Api.Answer answer = ana.atLeast(wrong).get("/v1/me");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().toString()).contains("Roster-Fresh-As");
    }

    @Test
    void markOfTheFutureIsAnsweredByTheStore() throws Exception {
        rename("New");

        assertThat(nameAt(ana.atLeast("FFFFFFFF/FFFFFFFF"))).isEqualTo("New");
    }

    @Test
    void deletedUserIsRefusedAtOnce() throws Exception {
        assertThat(ana.atLeast(mark).get("/v1/users").status()).isEqualTo(200);
        olga.delete("/v1/users/" + anaId);

        assertThat(ana.atLeast(mark).get("/v1/users").status()).isEqualTo(401);
    }

    @Test
    void revokedKeyIsRefusedAtOnce() throws Exception {
        Api.Answer key = ana.post("/v1/me/keys", "{\"name\":\"script\"}");
        Api script = ana.as(key.text("secret"));
        assertThat(script.atLeast(mark).get("/v1/me").status()).as("%s", key).isEqualTo(200);
        assertThat(ana.post("/v1/keys/" + key.text("id") + "/revoke", "{}").status())
                .isLessThan(300);

        assertThat(script.atLeast(mark).get("/v1/me").status()).isEqualTo(401);
    }

    @Test
    void roleThatWasTakenDecidesNothing() throws Exception {
        assertThat(ana.atLeast(mark).get("/v1/users").status()).isEqualTo(200);
        olga.patch("/v1/users/" + anaId, "{\"role\":\"annotator\"}");

        assertThat(ana.atLeast(mark).get("/v1/users").status()).isEqualTo(403);
    }

    @Test
    void nobodyElsesLostRightIsOverlookedEither() throws Exception {
        postgres.resume();
        String id = olga.makeUser("bob" + names, "owner").get("/v1/me").text("id");
        postgres.pause();
        double before = byStandby();
        olga.patch("/v1/users/" + id, "{\"role\":\"annotator\"}");

        assertThat(ana.atLeast(mark).get("/v1/users/" + id).text("role")).isEqualTo("annotator");
        assertThat(byStandby()).isEqualTo(before);
    }

    @Test
    void newUserWhomTheStandbyDoesNotKnowIsServed() throws Exception {
        Api carl = olga.makeUser("carl" + names, "annotator");

        assertThat(carl.atLeast(mark).get("/v1/me/workspaces").status()).isEqualTo(200);
        assertThat(carl.atLeast(mark).get("/v1/users").status()).isEqualTo(403);
    }

    /** What the standby takes for right may be long gone. */
    @Test
    void changesReadFromTheStore() throws Exception {
        rename("New");
        Api.Answer made =
                ana.atLeast(mark).post("/v1/users", "{\"username\":\"dora" + names + "\",\"role\":\"owner\"}");
        Api.Answer again =
                ana.atLeast(mark).post("/v1/users", "{\"username\":\"dora" + names + "\",\"role\":\"owner\"}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.freshness()).isNotEmpty();
        assertThat(again.status()).isEqualTo(409);
    }

    @Test
    void standbyThatIsGoneIsNotMissed() throws Exception {
        rename("New");
        postgres.resume();
        postgres.restartStandby(() -> {
            assertThat(nameAt(ana.atLeast(mark))).isEqualTo("New");
            assertThat(nameAt(ana.atLeast(mark))).isEqualTo("New");
            assertThat(RosterProcess.command(environment(postgres.standby()), "doctor")
                            .out())
                    .contains("standby for reads", "it cannot be reached");
        });

        double before = byStandby();
        while (byStandby() == before) {
            assertThat(nameAt(ana.atLeast(mark))).isEqualTo("New");
            Thread.sleep(100);
        }
        assertThat(RosterProcess.command(environment(postgres.standby()), "doctor")
                        .out())
                .contains("bytes behind");
    }

    @Test
    void otherStoreIsNotTakenForAStandby() throws Exception {
        try (EmbeddedPostgres other = EmbeddedPostgres.start()) {
            String address = "postgres://postgres@127.0.0.1:" + other.getPort() + "/postgres";
            assertThat(RosterProcess.command(environment(address), "start", "--port", "0")
                            .err())
                    .contains("database-standby", "it belongs to another store");
        }
    }

    @Test
    void storeItselfIsNotTakenForAStandby() throws Exception {
        RosterProcess.Ended ended = RosterProcess.command(environment(postgres.primary()), "start", "--port", "0");

        assertThat(ended.exitCode()).isNotZero();
        assertThat(ended.err()).contains("is not a standby: it takes changes itself");
    }

    @ParameterizedTest
    @CsvSource({"jdbc:sqlite:/tmp/other.db, is not the address of a PostgreSQL server", "mysql://x/y, cannot be read"})
    void addressesThatCannotBeAreRefused(String address, String reason) throws Exception {
        RosterProcess.Ended ended = RosterProcess.command(environment(address), "start", "--port", "0");

        assertThat(ended.exitCode()).isNotZero();
        assertThat(ended.err()).contains("database-standby", reason);
    }

    @Test
    void storeInAFileHasNone() throws Exception {
        Map<String, String> environment = environment(postgres.standby());
        environment.remove("ROSTER_DATABASE");
        environment.remove("ROSTER_SECRET_KEY");
        environment.put("ROSTER_DATA_DIR", directory.resolve("file").toString());

        assertThat(RosterProcess.command(environment, "start", "--port", "0").err())
                .contains("only a store on PostgreSQL has standbys");
    }

    @Test
    void standbyThatIsAwayAtTheStartIsAWarning() throws Exception {
        Map<String, String> environment = environment("postgres://postgres@127.0.0.1:1/postgres");
        environment.put("ROSTER_DATA_DIR", directory.resolve("second").toString());
        try (RosterProcess second = RosterProcess.server(environment)) {
            assertThat(nameAt(new Api(second.url(), TOKEN).atLeast(mark))).isEqualTo("Old");
            assertThat(second.err()).contains("the standby cannot be used");
        }
    }
}
