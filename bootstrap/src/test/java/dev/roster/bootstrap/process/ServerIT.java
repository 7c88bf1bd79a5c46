package dev.roster.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar as an operator runs it. */
class ServerIT {
    private static final String TOKEN = "owner-token-0001";
    private static final long HAMMERING = 30;

    @TempDir
    Path directory;

    private Map<String, String> environment() {
        return Map.of("ROSTER_DATA_DIR", directory.resolve("data").toString());
    }

    private RosterProcess server() throws Exception {
        return RosterProcess.server(environment(), "--username", "olga", "--user-token", TOKEN);
    }

    @Test
    void demoTellsWhereItIsAndWhatToDo() throws Exception {
        try (RosterProcess demo = RosterProcess.server(Map.of(), "--demo")) {
            Matcher export = Pattern.compile("export OLGA=(\\S+) ANA=(\\S+)").matcher(demo.out());

            assertThat(export.find()).isTrue();
            Api olga = new Api(demo.url(), export.group(1));
            assertThat(olga.get("/v1/users").body().path("items")).hasSize(8);
            assertThat(olga.as(export.group(2)).get("/v1/datasets").body().path("items"))
                    .extracting(dataset -> dataset.path("name").asText())
                    .containsExactly("contracts", "leases");
        }
    }

    /** A manager, a custom role, a grant, a restricted dataset, an invitation and a service account. */
    @Test
    void demoHasOneOfEachWayToGetAccess() throws Exception {
        try (RosterProcess demo = RosterProcess.server(Map.of(), "--demo")) {
            Matcher export = Pattern.compile("export OLGA=(\\S+) ANA=").matcher(demo.out());
            assertThat(export.find()).isTrue();
            Api olga = new Api(demo.url(), export.group(1));
            String birds = olga.get("/v1/workspaces?name=bird-watch")
                    .body()
                    .at("/items/0/id")
                    .asText();

            assertThat(olga.get("/v1/workspaces/" + birds + "/members").body().path("items"))
                    .anyMatch(member -> member.at("/user/username").asText().equals("mia")
                            && member.toString().contains("manager"));
            assertThat(olga.get("/v1/roles").body().path("items"))
                    .anyMatch(role -> role.path("name").asText().equals("proof-reader"));
            assertThat(olga.get("/v1/grants").body().path("items"))
                    .singleElement()
                    .asString()
                    .contains("ivo", "proof-reader");
            assertThat(olga.get("/v1/datasets").body().path("items"))
                    .filteredOn(dataset -> dataset.path("restricted").asBoolean())
                    .extracting(dataset -> dataset.path("name").asText())
                    .containsExactly("settlements");
            assertThat(olga.get("/v1/invitations").body().path("items"))
                    .singleElement()
                    .asString()
                    .contains("noor@lab.example");
            assertThat(olga.get("/v1/users?kind=service").body().path("items"))
                    .singleElement()
                    .asString()
                    .contains("nightly-export");
            assertThat(demo.out())
                    .contains(
                            "mia manages bird-watch",
                            "ivo is proof-reader on the restricted dataset legal-team/settlements",
                            "noor@lab.example is invited",
                            "nightly-export is a service account");
        }
    }

    @Test
    void demoPrintsALinkThatLogsTheOwnerInOnce() throws Exception {
        try (RosterProcess demo = RosterProcess.server(Map.of(), "--demo")) {
            Matcher link = Pattern.compile(Pattern.quote(demo.url().toString()) + "/log-in-link#(\\S+)")
                    .matcher(demo.out());
            assertThat(link.find()).isTrue();
            Api nobody = new Api(demo.url(), "");
            String body = "{\"link\":\"%s\"}".formatted(link.group(1));

            Api.Answer first = nobody.post("/v1/sessions/log-in-link", body);

            assertThat(first.status()).isEqualTo(201);
            assertThat(nobody.as(first.text("key")).get("/v1/me").text("role")).isEqualTo("owner");
            assertThat(nobody.post("/v1/sessions/log-in-link", body).status()).isEqualTo(404);
        }
    }

    @Test
    void setUpLinkMakesTheFirstOwnerOnce() throws Exception {
        try (RosterProcess server = RosterProcess.server(environment())) {
            Matcher link = Pattern.compile("/set-up#(\\S+)").matcher(server.out());
            assertThat(link.find()).isTrue();
            Api nobody = new Api(server.url(), "");
            String claim = "{\"link\":\"%s\",\"username\":\"%s\",\"password\":\"correct-horse\"}";

            Api.Answer first = nobody.post("/v1/set-up", claim.formatted(link.group(1), "olga"));
            Api.Answer second = nobody.post("/v1/set-up", claim.formatted(link.group(1), "mallory"));

            assertThat(first.status()).isEqualTo(201);
            assertThat(nobody.as(first.text("user_token")).get("/v1/me").text("role"))
                    .isEqualTo("owner");
            assertThat(second.status()).isEqualTo(404);
        }
    }

    @Test
    void restartKeepsTheFirstOwnerAsItIs() throws Exception {
        try (RosterProcess first = server()) {
            assertThat(first.out()).contains("Created the first owner, `olga`");
        }

        try (RosterProcess second =
                RosterProcess.server(environment(), "--username", "mallory", "--user-token", "mallory-0001")) {
            assertThat(second.out()).doesNotContain("Created the first owner");
            assertThat(new Api(second.url(), TOKEN).get("/v1/me").text("username"))
                    .isEqualTo("olga");
            assertThat(new Api(second.url(), "mallory-0001").get("/v1/me").status())
                    .isEqualTo(401);
        }
    }

    @Test
    void commandLineWorksBesideTheServer() throws Exception {
        try (RosterProcess server = server()) {
            RosterProcess.Ended created =
                    RosterProcess.command(environment(), "users", "create", "ana", "--output", "json");
            RosterProcess.Ended denied = RosterProcess.command(environment(), "can", "ana", "user:create", "instance");
            RosterProcess.Ended misspelt = RosterProcess.command(environment(), "usres");

            assertThat(created.exitCode()).isZero();
            assertThat(new Api(server.url(), TOKEN)
                            .get("/v1/users?search=ana")
                            .body()
                            .path("items"))
                    .hasSize(1);
            assertThat(denied.exitCode()).isEqualTo(1);
            assertThat(denied.out()).contains("user:create").contains("owner");
            assertThat(misspelt.exitCode()).isEqualTo(2);
            assertThat(misspelt.err()).contains("usres").contains("users");
        }
    }

    @Test
    void backupIsTakenWhileTheServerRuns() throws Exception {
        try (RosterProcess server = server()) {
            new Api(server.url(), TOKEN).makeUser("ana", "annotator");
            Path restoring = Files.createDirectories(directory.resolve("copy"));
            Path copy = restoring.resolve("roster.db");

            RosterProcess.Ended backup = RosterProcess.command(environment(), "backup", copy.toString());

            assertThat(backup.exitCode()).as(backup.err()).isZero();
            Map<String, String> there = Map.of("ROSTER_DATA_DIR", restoring.toString());
            RosterProcess.Ended withoutKey = RosterProcess.command(there, "users", "show", "ana");
            assertThat(withoutKey.exitCode()).isEqualTo(3);
            assertThat(withoutKey.err()).contains("secret.key` is missing").contains("put the file back");
            Files.copy(directory.resolve("data").resolve("secret.key"), restoring.resolve("secret.key"));
            RosterProcess.Ended restored = RosterProcess.command(there, "users", "show", "ana");
            assertThat(restored.exitCode()).as(restored.err()).isZero();
        }
    }

    @Test
    void noWarningAndNoSecretIsPrinted() throws Exception {
        RosterProcess server = server();
        Api olga = new Api(server.url(), TOKEN);
        olga.post("/v1/sessions", "{\"login\":\"olga\",\"password\":\"wrong-horse\"}");
        olga.makeUser("ana", "annotator");

        server.stop();

        assertThat(server.err())
                .doesNotContain("WARN")
                .doesNotContain("wrong-horse")
                .doesNotContain("rut_");
        assertThat(server.err().lines()).allMatch(line -> line.contains(" INFO "));
    }

    @Test
    void everyAnsweredCreateSurvivesAKill() throws Exception {
        Set<String> answered = ConcurrentHashMap.newKeySet();
        RosterProcess server = server();
        Api olga = new Api(server.url(), TOKEN);
        ExecutorService clients = Executors.newFixedThreadPool(4);
        AtomicInteger next = new AtomicInteger();
        CountDownLatch enough = new CountDownLatch(400);
        List<Future<Boolean>> running = IntStream.range(0, 4)
                .mapToObj(client -> clients.submit(() -> {
                    for (int user = next.incrementAndGet(); user <= 1_000; user = next.incrementAndGet()) {
                        olga.makeUser("user-" + user, "annotator");
                        answered.add("user-" + user);
                        enough.countDown();
                    }
                    return true;
                }))
                .toList();
        assertThat(enough.await(300, TimeUnit.SECONDS)).isTrue();

        server.kill();
        clients.shutdown();
        assertThat(clients.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(running).allMatch(Future::isDone);

        try (RosterProcess again = server()) {
            Api after = new Api(again.url(), TOKEN);
            Set<String> kept = usernames(after);
            assertThat(kept).containsAll(answered);
            assertThat(created(after)).isEqualTo(kept.size());
        }
    }

    private static Set<String> usernames(Api api) throws IOException, InterruptedException {
        Set<String> names = new HashSet<>();
        String cursor = "";
        do {
            JsonNode page = api.get("/v1/users?limit=500" + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .body();
            page.path("items").forEach(user -> names.add(user.path("username").asText()));
            cursor = page.path("next_cursor").asText("");
            cursor = cursor.equals("null") ? "" : cursor;
        } while (!cursor.isEmpty());
        return names;
    }

    /** Each create wrote one audit event in its own transaction: as many events as users means nothing is half there. */
    private static int created(Api api) throws IOException, InterruptedException {
        int events = 0;
        String cursor = "";
        do {
            JsonNode page = api.get("/v1/audit-events?action=user.create&limit=500"
                            + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .body();
            events += page.path("items").size();
            cursor = page.path("next_cursor").asText("");
            cursor = cursor.equals("null") ? "" : cursor;
        } while (!cursor.isEmpty());
        return events;
    }

    @Test
    void twentyThreadsOfReadsAndWritesSeeNoServerError() throws Exception {
        try (RosterProcess server = server()) {
            Api olga = new Api(server.url(), TOKEN);
            Set<Integer> statuses = ConcurrentHashMap.newKeySet();
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(HAMMERING);
            ExecutorService clients = Executors.newFixedThreadPool(20);
            List<Future<Boolean>> running = IntStream.range(0, 20)
                    .mapToObj(client -> clients.submit(() -> hammer(olga, client, end, statuses)))
                    .toList();

            for (Future<Boolean> client : running) {
                assertThat(client.get(HAMMERING + 120, TimeUnit.SECONDS)).isTrue();
            }

            clients.shutdown();
            assertThat(statuses).containsExactlyInAnyOrder(200, 201, 204, 409);
            assertThat(server.err()).doesNotContain("database is locked").doesNotContain("ERROR");
        }
    }

    private static boolean hammer(Api olga, int client, long end, Set<Integer> statuses)
            throws IOException, InterruptedException {
        for (int turn = 0; System.nanoTime() < end; turn++) {
            String body = "{\"username\":\"%s\"}".formatted("h-" + client + "-" + turn);
            Api.Answer made = olga.post("/v1/users", body);
            statuses.add(made.status());
            statuses.add(olga.post("/v1/users", body).status());
            statuses.add(olga.get("/v1/users?limit=20").status());
            String id = made.body().path("id").asText();
            statuses.add(olga.patch("/v1/users/" + id, "{\"first_name\":\"Changed\"}")
                    .status());
            statuses.add(olga.delete("/v1/users/" + id).status());
        }
        return true;
    }
}
