package dev.roster.bench.http;

import static dev.roster.bench.Table.number;
import static dev.roster.bench.Table.percent;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import dev.roster.application.port.PasswordHasher;
import dev.roster.bench.Load;
import dev.roster.bench.Load.Timing;
import dev.roster.bench.Table;
import dev.roster.bench.Workplace;
import dev.roster.bench.store.ManyUsers;
import dev.roster.domain.credential.Password;
import dev.roster.persistence.secret.Argon2Parameters;
import dev.roster.persistence.secret.InstallationSecret;
import dev.roster.persistence.secret.SecretModule;
import dev.roster.persistence.secret.TokenKeeping;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The packaged jar over HTTP: an authenticated request, logins, the time to start and the memory it takes. */
public final class HttpRun {
    private static final String ME = "/v1/me";
    private static final String TOKEN = "a-token-for-the-benchmark-alone";
    private static final String PASSWORD = "a password for the benchmark alone";
    private static final Map<String, String> FIRST_OWNER =
            Map.of("ROSTER_USERNAME", "olga", "ROSTER_PASSWORD", PASSWORD, "ROSTER_API_KEY", TOKEN);
    private static final int CONNECTIONS = 8;
    private static final int USERS = 100_000;
    private static final int WARM_UP_REQUESTS = 80_000;
    private static final int WARM_UP_LOGINS = 20;
    private static final int MOST_WARM_UP_ROUNDS = 20;
    private static final int REQUESTS_AFTER_START = 4_000;
    private static final double MEBIBYTE = 1 << 20;

    private final Duration round;
    private final int rounds;
    private final int starts;

    public HttpRun(boolean full) {
        this.round = Duration.ofSeconds(full ? 5 : 2);
        this.rounds = full ? 8 : 3;
        this.starts = full ? 9 : 3;
    }

    public void print(PrintStream out) throws Exception {
        try (Workplace workplace = new Workplace()) {
            Path data = workplace.directory("data");
            try (ServerProcess roster = ServerProcess.roster(data, FIRST_OWNER)) {
                out.println(requests(roster, workplace));
                out.println();
                out.println(logins(roster));
            }
            out.println();
            out.println(starts(workplace));
        }
    }

    private Table requests(ServerProcess roster, Workplace workplace) throws Exception {
        byte[] request = KeepAliveClient.get(ME, TOKEN);
        try (ServerProcess bare = ServerProcess.bare(ME, ask(roster.port(), request), workplace.path("answer.json"))) {
            Side[] both = alternately(
                    new Side(work(roster.port(), request, 200), roster),
                    new Side(work(bare.port(), request, 200), bare),
                    WARM_UP_REQUESTS);
            return new Table(
                            "`GET /v1/me`, " + CONNECTIONS + " connections",
                            "per second",
                            "p50 µs",
                            "p99 µs",
                            "processor µs each")
                    .row(both[0].row("Roster"))
                    .row(both[1].row("bare handler, same bytes"))
                    .row("share", both[0].share(both[1]), "", "", both[1].processorShare(both[0]));
        }
    }

    private Table logins(ServerProcess roster) throws Exception {
        PasswordHasher hasher = Guice.createInjector(new Hashing()).getInstance(PasswordHasher.class);
        Password password = Password.attempted(PASSWORD);
        String hash = hasher.hash(password);
        byte[] request = KeepAliveClient.post("/v1/sessions", "{\"login\":\"olga\",\"password\":\"" + PASSWORD + "\"}");
        Side[] both = alternately(
                new Side(work(roster.port(), request, 201), roster),
                new Side(Collections.nCopies(CONNECTIONS, Connected.to(() -> hasher.matches(password, hash))), null),
                WARM_UP_LOGINS);
        return new Table(
                        "password logins, " + CONNECTIONS + " at once",
                        "per second",
                        "p50 µs",
                        "p99 µs",
                        "processor µs each")
                .row(both[0].row("`POST /v1/sessions`"))
                .row(both[1].row("bare hasher"))
                .row("share", both[0].share(both[1]), "", "", "");
    }

    private Table starts(Workplace workplace) throws Exception {
        Table table = new Table(
                "start",
                "ms to first answer, median",
                "processor ms",
                "resident MiB, median",
                String.format("after %,d requests", REQUESTS_AFTER_START));
        Path data = workplace.directory("many");
        List<Started> fresh = new ArrayList<>();
        for (int turn = 0; turn < starts; turn++) {
            fresh.add(start(workplace.directory("fresh" + turn)));
        }
        ServerProcess.roster(data, FIRST_OWNER).close();
        ManyUsers.load(data.resolve("roster.db"), USERS);
        List<Started> filled = new ArrayList<>();
        for (int turn = 0; turn < starts; turn++) {
            filled.add(start(data));
        }
        return table.row(row("empty data directory", fresh)).row(row(String.format("%,d users", USERS), filled));
    }

    /** What one start took, and the memory then and after some work. */
    private record Started(double millis, double processorMillis, double mebibytes, double mebibytesAfter) {}

    private static Started start(Path data) throws Exception {
        try (ServerProcess roster = ServerProcess.roster(data, FIRST_OWNER)) {
            double processor = roster.processorTime().toNanos() / 1e6;
            double before = mebibytes(roster);
            List<Connected> clients = work(roster.port(), KeepAliveClient.get("/v1/users?limit=20", TOKEN), 200);
            try {
                for (Connected client : clients) {
                    Load.repeat(client.work, REQUESTS_AFTER_START / CONNECTIONS);
                }
            } finally {
                close(clients);
            }
            return new Started(roster.startedWithin().toNanos() / 1e6, processor, before, mebibytes(roster));
        }
    }

    private static double mebibytes(ServerProcess process) throws IOException {
        return process.residentBytes().orElse(0) / MEBIBYTE;
    }

    /** Warms both up, then lets them work in turns, so that whatever else the machine does meets both alike. */
    private Side[] alternately(Side first, Side second, int warmUp) throws Exception {
        try {
            warmUp(first, warmUp);
            warmUp(second, warmUp);
            for (int turn = 0; turn < rounds; turn++) {
                first.work(round);
                second.work(round);
            }
        } finally {
            close(first.workers);
            close(second.workers);
        }
        return new Side[] {first, second};
    }

    /** By number and not by time: a busy machine takes longer to compile what runs often. */
    private void warmUp(Side side, int calls) throws Exception {
        int done = 0;
        for (int turn = 0; turn < MOST_WARM_UP_ROUNDS && done < calls; turn++) {
            done += Load.drive(works(side.workers), round).calls();
        }
    }

    /** One of two that are compared, with what it did so far. */
    private static final class Side {
        private final List<Connected> workers;
        private final @Nullable ServerProcess server;
        private Timing timing = Timing.none();
        private Duration processorTime = Duration.ZERO;

        Side(List<Connected> workers, @Nullable ServerProcess server) {
            this.workers = workers;
            this.server = server;
        }

        void work(Duration duration) throws Exception {
            Duration before = server == null ? Duration.ZERO : server.processorTime();
            timing = timing.plus(Load.drive(works(workers), duration));
            Duration after = server == null ? Duration.ZERO : server.processorTime();
            processorTime = processorTime.plus(after.minus(before));
        }

        private double processorMicros() {
            return processorTime.toNanos() / 1e3 / timing.calls();
        }

        String share(Side whole) {
            return percent(timing.perSecond() / whole.timing.perSecond());
        }

        String processorShare(Side whole) {
            return percent(processorMicros() / whole.processorMicros());
        }

        String[] row(String name) {
            return new String[] {
                name,
                number(timing.perSecond()),
                number(timing.percentile(50)),
                number(timing.percentile(99)),
                server == null ? "" : number(processorMicros())
            };
        }
    }

    /** A worker and what it holds open. */
    private record Connected(Load.Work work, AutoCloseable connection) {
        static Connected to(Load.Work work) {
            return new Connected(work, () -> {});
        }
    }

    private static List<Connected> work(int port, byte[] request, int due) throws IOException {
        List<Connected> workers = new ArrayList<>();
        for (int number = 0; number < CONNECTIONS; number++) {
            KeepAliveClient client = new KeepAliveClient(port);
            workers.add(new Connected(() -> client.send(request, due), client));
        }
        return workers;
    }

    private static List<Load.Work> works(List<Connected> workers) {
        return workers.stream().map(Connected::work).toList();
    }

    private static void close(List<Connected> workers) throws Exception {
        for (Connected worker : workers) {
            worker.connection.close();
        }
    }

    private static KeepAliveClient.Answer ask(int port, byte[] request) throws IOException {
        try (KeepAliveClient client = new KeepAliveClient(port)) {
            return client.send(request, 200);
        }
    }

    private static String[] row(String name, List<Started> starts) {
        return new String[] {
            name,
            number(median(starts.stream().mapToDouble(Started::millis).toArray())),
            number(median(starts.stream().mapToDouble(Started::processorMillis).toArray())),
            number(median(starts.stream().mapToDouble(Started::mebibytes).toArray())),
            number(median(starts.stream().mapToDouble(Started::mebibytesAfter).toArray()))
        };
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private static final class Hashing extends AbstractModule {
        @Override
        protected void configure() {
            bind(InstallationSecret.class).toInstance(InstallationSecret.of("a key that no password depends on"));
            bind(TokenKeeping.class).toInstance(TokenKeeping.SEALED);
            bind(Argon2Parameters.class).toInstance(Argon2Parameters.usual());
            install(new SecretModule());
        }
    }
}
