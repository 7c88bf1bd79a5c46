package dev.roster.bench.http;

import static dev.roster.bench.Table.number;

import dev.roster.bench.Load;
import dev.roster.bench.Table;
import dev.roster.bench.Workplace;
import dev.roster.bootstrap.process.PostgresPair;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** One node and two on one PostgreSQL server, and a standby of it that answers reads. All of them share the machine. */
public final class NodesRun {
    private static final String TOKEN = "a-token-for-the-benchmark-alone";
    private static final int CONNECTIONS = 8;
    private static final int USERS = 1_000;
    private static final byte[] LIST = KeepAliveClient.get("/v1/users?limit=100", TOKEN);

    private final Duration round;
    private final AtomicInteger names = new AtomicInteger();

    public NodesRun(boolean full) {
        this.round = Duration.ofSeconds(full ? 15 : 5);
    }

    public void print(PrintStream out) throws Exception {
        try (Workplace workplace = new Workplace();
                PostgresPair postgres = new PostgresPair(workplace.path("standby"));
                ServerProcess one = node(workplace.directory("one"), postgres);
                ServerProcess two = node(workplace.directory("two"), postgres)) {
            fill(one);
            measure(List.of(one, two), postgres);
            out.println(new Table(
                            CONNECTIONS + " connections, " + String.format("%,d", USERS) + " users and more",
                            "lists of 100 a second",
                            "the same by the standby",
                            "creates a second")
                    .row(row("one node", List.of(one), postgres))
                    .row(row("two nodes", List.of(one, two), postgres)));
        }
    }

    private static ServerProcess node(Path data, PostgresPair postgres) throws Exception {
        Map<String, String> settings = new HashMap<>();
        settings.put("ROSTER_USERNAME", "olga");
        settings.put("ROSTER_API_KEY", TOKEN);
        settings.put("ROSTER_SECRET_KEY", "a secret for the benchmark and nothing else");
        settings.put("ROSTER_DATABASE", postgres.primary());
        settings.put("ROSTER_DATABASE_STANDBY", postgres.standby());
        return ServerProcess.roster(data, settings);
    }

    private void fill(ServerProcess node) throws Exception {
        try (KeepAliveClient client = new KeepAliveClient(node.port())) {
            for (int user = 0; user < USERS; user++) {
                create(client);
            }
        }
    }

    private KeepAliveClient.Answer create(KeepAliveClient client) throws IOException {
        String json = "{\"username\":\"user" + names.incrementAndGet() + "\",\"role\":\"annotator\"}";
        return client.send(KeepAliveClient.post("/v1/users", json, TOKEN), 201);
    }

    private String[] row(String name, List<ServerProcess> nodes, PostgresPair postgres) throws Exception {
        double[] measured = measure(nodes, postgres);
        return new String[] {name, number(measured[0]), number(measured[1]), number(measured[2])};
    }

    private double[] measure(List<ServerProcess> nodes, PostgresPair postgres) throws Exception {
        double creates = drive(nodes, this::create);
        double byStore = drive(nodes, client -> client.send(LIST, 200));
        byte[] older = KeepAliveClient.atLeast(mark(nodes.get(0)), LIST);
        postgres.catchUp();
        long before = byStandby(nodes);
        Load.Timing lists = timing(nodes, client -> client.send(older, 200));
        require(lists.calls(), byStandby(nodes) - before);
        return new double[] {byStore, lists.perSecond(), creates};
    }

    private String mark(ServerProcess node) throws IOException {
        try (KeepAliveClient client = new KeepAliveClient(node.port())) {
            return Objects.requireNonNull(create(client).headers().get("roster-freshness"));
        }
    }

    /** Otherwise the figure would be about the store. */
    private static void require(long asked, long answered) {
        if (answered < asked * 0.99) {
            throw new IllegalStateException("the standby answered " + answered + " of " + asked);
        }
    }

    private static long byStandby(List<ServerProcess> nodes) throws IOException {
        long sum = 0;
        for (ServerProcess node : nodes) {
            try (KeepAliveClient client = new KeepAliveClient(node.port())) {
                byte[] request = new String(KeepAliveClient.get("/metrics", TOKEN), StandardCharsets.UTF_8)
                        .replace("application/json", "*/*")
                        .getBytes(StandardCharsets.UTF_8);
                sum += client.send(request, 200)
                        .body()
                        .lines()
                        .filter(line -> line.startsWith("roster_standby_reads_total{by=\"standby\"}"))
                        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.indexOf(' ') + 1)))
                        .sum();
            }
        }
        return sum;
    }

    /** What a connection does again and again. */
    private interface Asking {
        void ask(KeepAliveClient client) throws IOException;
    }

    private double drive(List<ServerProcess> nodes, Asking asking) throws Exception {
        return timing(nodes, asking).perSecond();
    }

    private Load.Timing timing(List<ServerProcess> nodes, Asking asking) throws Exception {
        List<KeepAliveClient> clients = new ArrayList<>();
        try {
            List<Load.Work> works = new ArrayList<>();
            for (int number = 0; number < CONNECTIONS; number++) {
                KeepAliveClient client =
                        new KeepAliveClient(nodes.get(number % nodes.size()).port());
                clients.add(client);
                works.add(() -> asking.ask(client));
            }
            return Load.drive(works, round);
        } finally {
            for (KeepAliveClient client : clients) {
                client.close();
            }
        }
    }
}
