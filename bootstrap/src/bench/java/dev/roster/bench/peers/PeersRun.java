package dev.roster.bench.peers;

import static dev.roster.bench.Table.number;
import static dev.roster.bench.Table.ratio;

import dev.roster.bench.Load.Timing;
import dev.roster.bench.Table;
import dev.roster.bench.Workplace;
import dev.roster.bench.plot.BarChart;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** The servers of Argilla, Label Studio and Keycloak, installed below the build, each beside a Roster of its own. */
public final class PeersRun {
    private static final Map<Call, Double> ARGILLA_AND_LABEL_STUDIO =
            Map.of(Call.WHO_AM_I, 100.0, Call.SHORT_LIST, 30.0, Call.CREATE, 25.0, Call.LOG_IN, 10.0);
    private static final Map<Call, Double> KEYCLOAK =
            Map.of(Call.WHO_AM_I, 8.0, Call.SHORT_LIST, 20.0, Call.CREATE, 3.0, Call.LOG_IN, 1.5);

    private final Match.Pace pace;
    private final Path installed =
            Path.of(System.getProperty("bench.directory", "target"), "peers").toAbsolutePath();
    private final Table calls = new Table(
            "call",
            "Roster per second",
            "peer per second",
            "times as many",
            "to reach",
            "Roster p50 ms",
            "peer p50 ms",
            "Roster p99 ms",
            "peer p99 ms");
    private final Table servers = new Table(
            "beside",
            "Roster start ms",
            "peer start ms",
            "Roster MiB ready",
            "peer MiB ready",
            "Roster MiB after load",
            "peer MiB after load");
    private final BarChart speed = BarChart.ofRatios("Requests a second: Roster's, as a multiple of the peer's");
    private final BarChart memory = BarChart.ofAmounts("Resident memory after load, MiB");
    private final StringBuilder remarks = new StringBuilder();

    public PeersRun(boolean full) {
        this.pace = Match.Pace.of(full);
    }

    /** Two servers, ready to be measured. */
    private interface Pair {
        Match in(Workplace workplace) throws Exception;
    }

    public void print(PrintStream out) {
        measure(
                0,
                "Argilla",
                ARGILLA_AND_LABEL_STUDIO,
                workplace -> match(
                        RosterServer.asArgilla(workplace.directory("roster")),
                        new ArgillaServer(installed.resolve("argilla"), workplace.directory("argilla"))));
        measure(
                1,
                "Label Studio",
                ARGILLA_AND_LABEL_STUDIO,
                workplace -> match(
                        RosterServer.asLabelStudio(workplace.directory("roster")),
                        new LabelStudioServer(installed.resolve("label-studio"), workplace.directory("label-studio"))));
        measure(
                2,
                "Keycloak",
                KEYCLOAK,
                workplace -> match(
                        RosterServer.itself(workplace.directory("roster")),
                        new KeycloakServer(installed.resolve("keycloak"), workplace.directory("keycloak"))));
        out.println(calls);
        out.println();
        out.println(servers);
        out.println();
        out.print(remarks);
        speed.write("peers");
        memory.write("peers-memory");
    }

    private Match match(Server roster, Server peer) {
        return new Match(new Contender(roster), new Contender(peer), pace);
    }

    /** A peer that cannot be installed or started is said to be missing, and the others go on. */
    private void measure(int series, String peer, Map<Call, Double> due, Pair pair) {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        try (Workplace workplace = new Workplace();
                Match match = pair.in(workplace)) {
            match.run();
            remarks.append(String.format(
                    Locale.ROOT,
                    "Load average before %s, with what this run did before: %.1f.%n",
                    match.peer().name(),
                    load));
            report(series, due, match);
        } catch (Exception failed) {
            String reason =
                    String.valueOf(failed.getMessage()).lines().findFirst().orElse("");
            calls.row(peer + ": not measured", "", "", "", "", "", "", "", "");
            servers.row(peer + ": not measured", "", "", "", "", "", "");
            remarks.append(peer).append(" was not measured: ").append(reason).append(System.lineSeparator());
            failed.printStackTrace();
        }
    }

    private void report(int series, Map<Call, Double> due, Match match) {
        String peer = match.peer().name();
        for (Call call : Call.values()) {
            Timing ours = match.roster().timing(call);
            Timing theirs = match.peer().timing(call);
            double times = ours.perSecond() / theirs.perSecond();
            calls.row(
                    peer + ": " + call.title(),
                    number(ours.perSecond()),
                    number(theirs.perSecond()),
                    ratio(times),
                    due.containsKey(call) ? ratio(due.get(call)) : "",
                    number(ours.percentile(50) / 1e3),
                    number(theirs.percentile(50) / 1e3),
                    number(ours.percentile(99) / 1e3),
                    number(theirs.percentile(99) / 1e3));
            speed.bar(call.title(), series, peer, times);
        }
        servers.row(
                peer,
                number(match.roster().medianStart()),
                number(match.peer().medianStart()),
                number(match.roster().ready()),
                number(match.peer().ready()),
                number(match.roster().loaded()),
                number(match.peer().loaded()));
        memory.bar(peer, series, peer, match.peer().loaded());
        memory.bar(peer, 3, "Roster", match.roster().loaded());
    }
}
