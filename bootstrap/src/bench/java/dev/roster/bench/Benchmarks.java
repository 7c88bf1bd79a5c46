package dev.roster.bench;

import dev.roster.bench.decision.DecisionRun;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Runs one part of the benchmarks, or all. {@code -Dbench=decision|http|store|all} says which, {@code -Dbench.full=true}
 * that there is time.
 */
public final class Benchmarks {
    private Benchmarks() {}

    public static void main(String[] args) throws RunnerException {
        boolean full = Boolean.getBoolean("bench.full");
        new DecisionRun(full).print(System.out);
    }
}
