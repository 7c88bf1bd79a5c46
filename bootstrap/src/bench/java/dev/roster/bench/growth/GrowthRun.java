package dev.roster.bench.growth;

import static dev.roster.bench.Table.number;
import static dev.roster.bench.Table.ratio;

import dev.roster.bench.Load;
import dev.roster.bench.Load.Timing;
import dev.roster.bench.Load.Work;
import dev.roster.bench.Table;
import dev.roster.bench.Workplace;
import dev.roster.bench.plot.LineChart;
import dev.roster.bench.store.EmbeddedRoster;
import dev.roster.persistence.sql.StoreAddress;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What the same questions cost with few people and with many. */
public final class GrowthRun {
    private static final double MOST_GROWTH = 1.5;
    private static final int BATCH = 10;
    private static final int PEOPLE_TO_WARM_UP_WITH = 500;
    private static final String[] NUMBERS_OF_PEOPLE =
            System.getProperty("bench.people", "1000,100000").split(",");

    private final long nanos;

    public GrowthRun(boolean full) {
        this.nanos = TimeUnit.MILLISECONDS.toNanos(full ? 2_000 : 400);
    }

    public void print(PrintStream out) throws Exception {
        try (Workplace workplace = new Workplace()) {
            sqlite(workplace.directory("warm"), PEOPLE_TO_WARM_UP_WITH);
            List<Map<String, Timing>> answers = new ArrayList<>();
            for (String people : NUMBERS_OF_PEOPLE) {
                answers.add(sqlite(workplace.directory("with-" + people), Integer.parseInt(people)));
            }
            out.println(table("SQLite", answers));
            plot("SQLite", answers);
        }
        out.println();
        try (Workplace workplace = new Workplace();
                EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
            postgres(server, workplace.directory("warm"), PEOPLE_TO_WARM_UP_WITH);
            List<Map<String, Timing>> answers = new ArrayList<>();
            for (String people : NUMBERS_OF_PEOPLE) {
                answers.add(postgres(server, workplace.directory("with-" + people), Integer.parseInt(people)));
            }
            out.println(table("PostgreSQL", answers));
            plot("PostgreSQL", answers);
        }
    }

    private Map<String, Timing> sqlite(Path directory, int people) throws Exception {
        Path file = directory.resolve("roster.db");
        StoreAddress address = StoreAddress.file(file);
        try (EmbeddedRoster roster = new EmbeddedRoster(address, directory.resolve("secret.key"));
                Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            UUID organization = fill(connection, people, "PRAGMA wal_checkpoint(TRUNCATE)");
            return ask(Question.all(roster, people, organization));
        }
    }

    private Map<String, Timing> postgres(EmbeddedPostgres server, Path directory, int people) throws Exception {
        String name = "with_" + people;
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        StoreAddress address = StoreAddress.parse("postgres://postgres:any@localhost:" + server.getPort() + "/" + name);
        try (EmbeddedRoster roster = new EmbeddedRoster(address, directory.resolve("secret.key"));
                Connection connection = server.getDatabase("postgres", name).getConnection()) {
            UUID organization = fill(connection, people, "VACUUM ANALYZE", "CHECKPOINT");
            return ask(Question.all(roster, people, organization));
        }
    }

    private static UUID fill(Connection connection, int people, String... settling) throws Exception {
        GrownStore store = new GrownStore(connection, people);
        store.fill();
        store.settle(settling);
        return store.organization();
    }

    /** For as long as the time given to each lasts, and once more than it takes to have the classes loaded. */
    private Map<String, Timing> ask(Map<String, Work> questions) throws Exception {
        for (Work question : questions.values()) {
            Load.repeat(question, BATCH);
        }
        Map<String, Timing> timings = new LinkedHashMap<>();
        for (Map.Entry<String, Work> question : questions.entrySet()) {
            long start = System.nanoTime();
            Load.repeat(question.getValue(), BATCH);
            Timing timing = Timing.none();
            while (System.nanoTime() - start < nanos) {
                timing = timing.plus(Load.repeat(question.getValue(), BATCH));
            }
            timings.put(question.getKey(), timing.calls() == 0 ? Load.repeat(question.getValue(), 1) : timing);
        }
        return timings;
    }

    private static Table table(String engine, List<Map<String, Timing>> answers) {
        Table table = new Table(
                Stream.of(Stream.of(engine + ", ms p50"), Stream.of(NUMBERS_OF_PEOPLE), Stream.of("last : first"))
                        .flatMap(headings -> headings)
                        .toArray(String[]::new));
        for (String question : answers.get(0).keySet()) {
            List<Double> millis = millis(answers, question);
            table.row(Stream.of(
                            Stream.of(question),
                            millis.stream().map(value -> number(value)),
                            Stream.of(ratio(millis.get(millis.size() - 1) / millis.get(0))))
                    .flatMap(cells -> cells)
                    .toArray(String[]::new));
        }
        return table;
    }

    private static List<Double> millis(List<Map<String, Timing>> answers, String question) {
        return answers.stream()
                .map(all -> all.getOrDefault(question, Timing.none()).percentile(50) / 1_000)
                .toList();
    }

    private static void plot(String engine, List<Map<String, Timing>> answers) {
        LineChart chart = new LineChart(
                engine + ": ms p50 of each question, named where it grows to more than " + ratio(MOST_GROWTH),
                Stream.of(NUMBERS_OF_PEOPLE).map(Double::valueOf).toList(),
                MOST_GROWTH);
        answers.get(0).keySet().forEach(question -> chart.line(question, millis(answers, question)));
        chart.write("growth-" + engine.toLowerCase(Locale.ROOT));
    }
}
