package dev.roster.http;

/** Whether the store answers. Bound by whoever wires the store. */
@FunctionalInterface
public interface Readiness {
    boolean isReady();
}
