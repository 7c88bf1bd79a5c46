package dev.roster.bench.http;

import static dev.roster.bench.Table.number;

import dev.roster.bench.Load;
import dev.roster.bench.Table;
import dev.roster.bench.Workplace;
import dev.roster.bench.store.ManyUsers;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The memory of a server with 100,000 users, for each way to run Roster: ready, after lists, after log-ins. */
public final class MemoryRun {
    private static final String TOKEN = "a-token-for-the-benchmark-alone";
    private static final String PASSWORD = "a password for the benchmark alone";
    private static final Map<String, String> FIRST_OWNER =
            Map.of("ROSTER_USERNAME", "olga", "ROSTER_PASSWORD", PASSWORD, "ROSTER_API_KEY", TOKEN);
    private static final int USERS = 100_000;
    private static final int CONNECTIONS = 8;
    private static final double MEBIBYTE = 1 << 20;

    private final Duration duration;

    public MemoryRun(boolean full) {
        this.duration = Duration.ofSeconds(full ? 30 : 8);
    }

    public void print(PrintStream out) throws Exception {
        try (Workplace workplace = new Workplace()) {
            Path data = workplace.directory("data");
            ServerProcess.roster(data, FIRST_OWNER).close();
            ManyUsers.load(data.resolve("roster.db"), USERS);
            Table table = new Table(
                    String.format("resident MiB with %,d users", USERS),
                    "ready",
                    "after lists",
                    "after log-ins",
                    "log-ins per second");
            for (Installed one : Installed.all(workplace)) {
                table.row(row(one, data));
            }
            out.println(table);
        }
    }

    private String[] row(Installed one, Path data) throws Exception {
        try (ServerProcess roster = ServerProcess.roster(one, data, FIRST_OWNER)) {
            String ready = mebibytes(roster);
            drive(roster, KeepAliveClient.get("/v1/users?limit=100", TOKEN), 200);
            String afterLists = mebibytes(roster);
            byte[] logIn =
                    KeepAliveClient.post("/v1/sessions", "{\"login\":\"olga\",\"password\":\"" + PASSWORD + "\"}");
            double logIns = drive(roster, logIn, 201);
            return new String[] {one.name(), ready, afterLists, mebibytes(roster), number(logIns)};
        }
    }

    /** Returns the requests per second. */
    private double drive(ServerProcess roster, byte[] request, int due) throws Exception {
        List<KeepAliveClient> clients = new ArrayList<>();
        try {
            List<Load.Work> works = new ArrayList<>();
            for (int number = 0; number < CONNECTIONS; number++) {
                KeepAliveClient client = new KeepAliveClient(roster.port());
                clients.add(client);
                works.add(() -> client.send(request, due));
            }
            return Load.drive(works, duration).perSecond();
        } finally {
            for (KeepAliveClient client : clients) {
                client.close();
            }
        }
    }

    private static String mebibytes(ServerProcess process) throws IOException {
        return number(process.residentBytes().orElse(0) / MEBIBYTE);
    }
}
