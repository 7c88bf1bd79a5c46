package dev.roster.bench;

import dev.roster.bench.decision.DecisionRun;
import dev.roster.bench.growth.GrowthRun;
import dev.roster.bench.http.ConsoleRun;
import dev.roster.bench.http.HttpRun;
import dev.roster.bench.http.MemoryRun;
import dev.roster.bench.http.NodesRun;
import dev.roster.bench.http.StartRun;
import dev.roster.bench.peers.PeersRun;
import dev.roster.bench.store.StoreRun;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Runs one part of the benchmarks, or all, and prints tables: {@code decision}, {@code http}, {@code store}, {@code growth}, {@code console},
 * {@code start}, {@code memory}, {@code nodes}, {@code all} of these, or {@code peers}, which installs other products first.
 */
public final class Benchmarks {
    private static final String PEERS = "peers";

    private Benchmarks() {}

    private interface Part {
        void print(PrintStream out) throws Exception;
    }

    public static void main(String[] args) throws Exception {
        boolean full = Boolean.getBoolean("bench.full");
        String wanted = args[0];
        Map<String, Part> parts = new LinkedHashMap<>();
        parts.put("decision", new DecisionRun(full)::print);
        parts.put("http", new HttpRun(full)::print);
        parts.put("store", new StoreRun(full)::print);
        parts.put("growth", new GrowthRun(full)::print);
        parts.put("console", new ConsoleRun(full)::print);
        parts.put("start", new StartRun(full)::print);
        parts.put("memory", new MemoryRun(full)::print);
        parts.put("nodes", new NodesRun(full)::print);
        parts.put(PEERS, new PeersRun(full)::print);
        if (!wanted.equals("all") && !parts.containsKey(wanted)) {
            throw new IllegalArgumentException("unknown benchmark `" + wanted + "`, expected all or " + parts.keySet());
        }
        System.out.println(machine());
        for (Map.Entry<String, Part> part : parts.entrySet()) {
            if (isMeant(wanted, part.getKey())) {
                System.out.println();
                System.out.println("## " + part.getKey());
                System.out.println();
                part.getValue().print(System.out);
            }
        }
    }

    private static boolean isMeant(String wanted, String part) {
        return wanted.equals(part) || (wanted.equals("all") && !part.equals(PEERS));
    }

    private static String machine() {
        return "JDK " + Runtime.version() + ", " + Runtime.getRuntime().availableProcessors() + " cores, "
                + System.getProperty("os.name") + " " + System.getProperty("os.arch");
    }
}
