package dev.roster.bench.decision;

import static dev.roster.bench.Table.number;
import static dev.roster.bench.Table.ratio;

import dev.roster.bench.Table;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/** Runs the decision benchmarks in one go and prints what they took. */
public final class DecisionRun {
    private static final String BYTES = "gc.alloc.rate.norm";

    private final boolean full;

    public DecisionRun(boolean full) {
        this.full = full;
    }

    public void print(PrintStream out) throws RunnerException {
        List<Measured> all = new ArrayList<>();
        all.addAll(run(RosterDecisions.class, Mode.AverageTime));
        all.addAll(run(RosterDecisions.class, Mode.SampleTime));
        all.addAll(run(ShiroDecisions.class, Mode.AverageTime));
        all.addAll(run(CasbinDecisions.class, Mode.AverageTime));
        all.addAll(run(CedarDecisions.class, Mode.AverageTime));
        out.println(measured(all));
        out.println();
        out.println(compared(all));
    }

    private Collection<Measured> run(Class<?> benchmark, Mode mode) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(benchmark.getName() + "\\.")
                .mode(mode)
                .timeUnit(TimeUnit.NANOSECONDS)
                .forks(full ? 2 : 1)
                .warmupIterations(full ? 5 : 2)
                .warmupTime(TimeValue.milliseconds(full ? 1_000 : 400))
                .measurementIterations(full ? 60 : 15)
                .measurementTime(TimeValue.milliseconds(full ? 100 : 40))
                .jvmArgs("-Xms2g", "-Xmx2g", "-XX:+UseSerialGC")
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(full ? VerboseMode.NORMAL : VerboseMode.SILENT);
        return new Runner(options.build()).run().stream().map(Measured::of).toList();
    }

    private static Table measured(List<Measured> all) {
        Table table = new Table("decision", "users", "ns", "p50 ns", "p99 ns", "bytes");
        for (Measured measured : all) {
            if (measured.mode == Mode.AverageTime) {
                Measured sampled = find(all, measured.name, measured.users, Mode.SampleTime);
                table.row(
                        measured.name,
                        String.format("%,d", measured.users),
                        number(measured.typical),
                        sampled == null ? "" : number(sampled.percentile(50)),
                        sampled == null ? "" : number(sampled.percentile(99)),
                        number(measured.bytes));
            }
        }
        return table;
    }

    private static Table compared(List<Measured> all) {
        Table table = new Table("times slower than `Roster allowsByIds`", "1,000 users", "100,000 users");
        all.stream()
                .filter(measured -> measured.mode == Mode.AverageTime && measured.users == 1_000)
                .filter(measured -> !measured.name.startsWith("Roster"))
                .forEach(small -> table.row(
                        small.name,
                        ratio(small.typical / typical(all, "Roster allowsByIds", 1_000)),
                        ratio(typical(all, small.name, 100_000) / typical(all, "Roster allowsByIds", 100_000))));
        for (String name : List.of("Roster allowsByIds", "Roster allowsByScatteredIds")) {
            table.row(name + " : itself at 1,000", "1", ratio(typical(all, name, 100_000) / typical(all, name, 1_000)));
        }
        return table;
    }

    private static double typical(List<Measured> all, String name, int users) {
        return Objects.requireNonNull(find(all, name, users, Mode.AverageTime)).typical;
    }

    private static @Nullable Measured find(List<Measured> all, String name, int users, Mode mode) {
        return all.stream()
                .filter(measured -> measured.name.equals(name) && measured.users == users && measured.mode == mode)
                .findFirst()
                .orElse(null);
    }

    /**
     * What JMH found.
     *
     * @param typical the median of many short iterations, which a colleague on the same cores disturbs less than a mean
     */
    private record Measured(String name, int users, Mode mode, double typical, double bytes, Statistics statistics) {
        static Measured of(RunResult result) {
            Result<?> primary = result.getPrimaryResult();
            Result<?> bytes = result.getSecondaryResults().get(BYTES);
            return new Measured(
                    name(result),
                    Integer.parseInt(result.getParams().getParam("users")),
                    result.getParams().getMode(),
                    primary.getStatistics().getPercentile(50),
                    bytes == null ? Double.NaN : bytes.getScore(),
                    primary.getStatistics());
        }

        /** The library, the method, and how the rules are written where that differs. */
        private static String name(RunResult result) {
            String full = result.getParams().getBenchmark();
            String type = full.substring(0, full.lastIndexOf('.'));
            String library = type.substring(type.lastIndexOf('.') + 1).replace("Decisions", "");
            String rules = result.getParams().getParamsKeys().contains("rules")
                    ? " " + result.getParams().getParam("rules")
                    : "";
            return library + " " + full.substring(full.lastIndexOf('.') + 1) + rules;
        }

        double percentile(double rank) {
            return statistics.getPercentile(rank);
        }
    }
}
