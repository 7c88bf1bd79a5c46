package dev.roster.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server is killed, again and again, while 16 clients write to it, which share commits: what it answered is there, what it did not
 * answer is there whole or not at all, and the audit trail is intact. A few rounds are run with the other tests; many by
 * {@code ./mvnw -pl bootstrap -am verify -Dit.test=KillRoundsIT -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false
 * -Droster.rounds=1000}.
 */
class KillRoundsIT {
    private static final String TOKEN = "the-token-of-olga-who-owns-it-all";
    private static final int CLIENTS = 16;
    /** So that looking at everything does not take longer each round. */
    private static final int ROUNDS_OF_ONE_STORE = 25;

    private static final int LANES = Integer.getInteger("roster.lanes", 1);
    private static final int ROUNDS = Integer.getInteger("roster.rounds", 4);
    private static final long SEED = Long.getLong("roster.seed", 20_261_128);

    @TempDir
    Path directory;

    @Test
    void answeredWritesSurviveAndNothingIsHalfThere() throws Exception {
        ExecutorService lanes = Executors.newFixedThreadPool(LANES);
        List<Future<Tally>> running = new ArrayList<>();
        for (int lane = 0; lane < LANES; lane++) {
            running.add(lanes.submit(new Lane(lane, ROUNDS / LANES)));
        }
        Tally all = new Tally();
        for (Future<Tally> lane : running) {
            all.add(lane.get());
        }
        lanes.shutdown();
        System.out.printf(
                "%d rounds of kill -9: %d writes answered, %d refused as the store was busy, %d cut off, of which %d were"
                        + " done; nothing lost, nothing half%n",
                all.rounds, all.answered, all.busy, all.cutOff, all.doneUnanswered);
        assertThat(all.answered).isGreaterThan(ROUNDS);
    }

    /** What was counted in some rounds. */
    private static final class Tally {
        private int rounds;
        private int answered;
        private int busy;
        private int cutOff;
        private int doneUnanswered;

        private void add(Tally other) {
            rounds += other.rounds;
            answered += other.answered;
            busy += other.busy;
            cutOff += other.cutOff;
            doneUnanswered += other.doneUnanswered;
        }
    }

    /** Rounds one after another, on stores of their own. */
    private final class Lane implements Callable<Tally> {
        private final int number;
        private final int rounds;
        private final Random random;
        private final Tally tally = new Tally();
        private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);

        private Lane(int number, int rounds) {
            this.number = number;
            this.rounds = rounds;
            this.random = new Random(SEED + number);
        }

        @Override
        public Tally call() throws Exception {
            try {
                for (int first = 0; first < rounds; first += ROUNDS_OF_ONE_STORE) {
                    onOneStore(first, Math.min(ROUNDS_OF_ONE_STORE, rounds - first));
                }
                return tally;
            } finally {
                threads.shutdownNow();
            }
        }

        private void onOneStore(int first, int count) throws Exception {
            Map<String, String> environment = environment(first);
            List<KilledClient> clients = IntStream.range(0, CLIENTS)
                    .mapToObj(client -> new KilledClient(client, random.nextLong()))
                    .toList();
            for (int round = 0; round < count; round++) {
                try (RosterProcess server = server(environment)) {
                    assertKept(server, clients);
                    hammerAndKill(server, clients);
                }
                tally.rounds++;
            }
            try (RosterProcess server = server(environment)) {
                assertKept(server, clients);
            }
        }

        private Map<String, String> environment(int first) throws Exception {
            Path data = Files.createDirectories(directory.resolve("lane-" + number + "-" + first));
            return Map.of("ROSTER_DATA_DIR", data.toString());
        }

        private RosterProcess server(Map<String, String> environment) throws Exception {
            return RosterProcess.server(
                    environment, "--username", "olga", "--user-token", TOKEN, "--workspace", KilledClient.FIRST_PLACE);
        }

        private void hammerAndKill(RosterProcess server, List<KilledClient> clients) throws Exception {
            Api olga = new Api(server.url(), TOKEN);
            List<Future<Boolean>> running = new ArrayList<>();
            for (KilledClient client : clients) {
                client.prepare(olga);
                running.add(threads.submit(() -> client.writeUntilKilled(olga)));
            }
            TimeUnit.MILLISECONDS.sleep(20 + random.nextInt(400));
            server.kill();
            for (Future<Boolean> client : running) {
                client.get();
            }
        }

        private void assertKept(RosterProcess server, List<KilledClient> clients) throws Exception {
            Api olga = new Api(server.url(), TOKEN);
            for (KilledClient client : clients) {
                tally.answered += client.takeAnswered();
                tally.busy += client.takeBusy();
                boolean cutOff = client.isCutOff();
                boolean done = client.assertKept(olga);
                tally.cutOff += cutOff ? 1 : 0;
                tally.doneUnanswered += done ? 1 : 0;
            }
            Api.Answer report = olga.post("/v1/audit-events/verification", "");
            assertThat(report.status()).as("%s", report).isEqualTo(200);
            assertThat(report.body().path("intact").asBoolean())
                    .as("%s", report)
                    .isTrue();
            assertThat(events(olga))
                    .isEqualTo(clients.stream().mapToLong(KilledClient::made).sum());
        }

        /** Each user is created in the transaction that says so. */
        private long events(Api olga) throws Exception {
            return Pages.count(olga, "/v1/audit-events?action=user.create") - 1;
        }
    }
}
