package dev.roster.bench.http;

import static dev.roster.bench.Table.number;

import dev.roster.bench.Load;
import dev.roster.bench.Load.Timing;
import dev.roster.bench.Table;
import dev.roster.bench.Workplace;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page of people in an installation of 100,000: its first page, a search, and a page far behind. */
public final class ConsoleRun {
    private static final int USERS = 100_000;
    private static final int PAGE = 500;
    private static final int WARM_UP = 100;
    private static final String PASSWORD = "a password for the benchmark alone";
    private static final Map<String, String> FIRST_OWNER =
            Map.of("ROSTER_USERNAME", "olga", "ROSTER_PASSWORD", PASSWORD);
    private static final List<String> FIRST_NAMES =
            List.of("Ada", "Björn", "Chidi", "Dilnoza", "Emre", "Fatou", "Grace");
    private static final List<String> LAST_NAMES =
            List.of("Lovelace", "Okoye", "Nakamura", "Ferreira", "Yilmaz", "Johansson", "Ivanova", "Haddad", "Quispe");
    private static final Pattern KEY = Pattern.compile("\"key\":\"(rss_[^\"]+)\"");
    private static final Pattern NEXT = Pattern.compile("href=\"([^\"]*[?&;]cursor=[^\"]*)\"");

    private final int times;

    public ConsoleRun(boolean full) {
        this.times = full ? 1_000 : 100;
    }

    public void print(PrintStream out) throws Exception {
        try (Workplace workplace = new Workplace()) {
            Path data = workplace.directory("data");
            ServerProcess.roster(data, FIRST_OWNER).close();
            ServerProcess.command(
                    data, "import", people(workplace.path("people.csv")).toString());
            try (ServerProcess roster = ServerProcess.roster(data, FIRST_OWNER);
                    KeepAliveClient client = new KeepAliveClient(roster.port())) {
                out.println(pages(roster, client));
            }
        }
    }

    private static Path people(Path file) throws IOException {
        StringBuilder lines = new StringBuilder("username,email,first_name,last_name,role\n");
        for (int number = 0; number < USERS; number++) {
            lines.append("person-%06d,person-%06d@lab.example,%s,%s %d,annotator%n"
                    .formatted(
                            number,
                            number,
                            FIRST_NAMES.get(number % FIRST_NAMES.size()),
                            LAST_NAMES.get(number % LAST_NAMES.size()),
                            number));
        }
        return Files.writeString(file, lines);
    }

    private Table pages(ServerProcess roster, KeepAliveClient client) throws Exception {
        String session = session(client);
        return new Table(
                        String.format("page of people, %,d of them", USERS),
                        "ms p50",
                        "ms p99",
                        "processor ms each",
                        "KiB")
                .row(row("first page", roster, client, session, "/people/"))
                .row(row("search with 11,000 hits", roster, client, session, "/people/?q=lovelace"))
                .row(row("search with one hit", roster, client, session, "/people/?q=person-054321"))
                .row(row("search without a hit", roster, client, session, "/people/?q=nobody-at-all"))
                .row(row("last active first", roster, client, session, "/people/?sort=active"))
                .row(row("page " + PAGE, roster, client, session, page(client, session)));
    }

    private static String session(KeepAliveClient client) throws IOException {
        String answer = client.send(
                        KeepAliveClient.post("/v1/sessions", "{\"login\":\"olga\",\"password\":\"" + PASSWORD + "\"}"),
                        201)
                .body();
        Matcher key = KEY.matcher(answer);
        if (!key.find()) {
            throw new IOException("no session in " + answer);
        }
        return key.group(1);
    }

    /** Follows the links, as the address of a page far behind is nobody's to make up. */
    private static String page(KeepAliveClient client, String session) throws IOException {
        String path = "/people/";
        for (int page = 1; page < PAGE; page++) {
            String body = client.send(KeepAliveClient.page(path, session), 200).body();
            Matcher next = NEXT.matcher(body);
            if (!next.find()) {
                throw new IOException("no page after page " + page);
            }
            path = next.group(1).replace("&amp;", "&");
        }
        return path;
    }

    private String[] row(String name, ServerProcess roster, KeepAliveClient client, String session, String path)
            throws Exception {
        byte[] request = KeepAliveClient.page(path, session);
        int bytes = client.send(request, 200).body().getBytes(StandardCharsets.UTF_8).length;
        Load.repeat(() -> client.send(request, 200), WARM_UP);
        long before = roster.processorTime().toNanos();
        Timing timing = Load.repeat(() -> client.send(request, 200), times);
        double processor = (roster.processorTime().toNanos() - before) / 1e6 / times;
        return new String[] {
            name,
            number(timing.percentile(50) / 1e3),
            number(timing.percentile(99) / 1e3),
            number(processor),
            number(bytes / 1024.0)
        };
    }
}
