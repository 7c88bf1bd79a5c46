package dev.roster.bench.http;

import static dev.roster.bench.Table.number;

import dev.roster.bench.Table;
import dev.roster.bench.Workplace;
import dev.roster.bench.http.Installed.Took;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long commands and a server take to their first answer, for each way to run Roster, in turns. */
public final class StartRun {
    private static final Map<String, String> FIRST_OWNER =
            Map.of("ROSTER_USERNAME", "olga", "ROSTER_PASSWORD", "a password for the benchmark alone");

    private final int rounds;

    public StartRun(boolean full) {
        this.rounds = full ? 11 : 5;
    }

    public void print(PrintStream out) throws Exception {
        try (Workplace workplace = new Workplace()) {
            List<Installed> all = Installed.all(workplace);
            Path data = workplace.directory("data");
            ServerProcess.roster(data, FIRST_OWNER).close();
            Map<String, List<Took>> measured = new LinkedHashMap<>();
            // The first round fills the caches of the system and is not counted.
            for (int round = 0; round <= rounds; round++) {
                for (Installed one : all) {
                    int counted = round;
                    measure(one, data).forEach((what, took) -> {
                        List<Took> each = measured.computeIfAbsent(what, name -> new ArrayList<>());
                        if (counted > 0) {
                            each.add(took);
                        }
                    });
                }
            }
            out.println(table(measured));
        }
    }

    private static Map<String, Took> measure(Installed one, Path data) throws Exception {
        Map<String, Took> took = new LinkedHashMap<>();
        took.put(one.name() + " | `--version`", one.run("--version"));
        took.put(one.name() + " | `users list`", one.run("users", "list", "--data-dir", data.toString()));
        took.put(one.name() + " | `start`", start(ServerProcess.roster(one, data, FIRST_OWNER)));
        took.put(one.name() + " | `start --demo`", start(ServerProcess.demo(one, data)));
        return took;
    }

    private static Took start(ServerProcess server) throws Exception {
        try (server) {
            return new Took(
                    server.startedWithin().toNanos() / 1e6,
                    server.processorTime().toNanos() / 1e6);
        }
    }

    private static Table table(Map<String, List<Took>> measured) {
        Table table = new Table("from", "what is run", "ms, least", "median", "processor ms, least", "median");
        measured.forEach((what, each) -> {
            double[] millis = each.stream().mapToDouble(Took::millis).sorted().toArray();
            double[] processor =
                    each.stream().mapToDouble(Took::processorMillis).sorted().toArray();
            String[] names = what.split(" \\| ", -1);
            table.row(
                    names[0],
                    names[1],
                    number(millis[0]),
                    number(millis[millis.length / 2]),
                    number(processor[0]),
                    number(processor[processor.length / 2]));
        });
        return table;
    }
}
