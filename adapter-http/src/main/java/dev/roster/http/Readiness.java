package dev.roster.http;

import java.util.Optional;

/** Whether requests can be answered now. Bound by whoever wires the store. */
@FunctionalInterface
public interface Readiness {
    /** What cannot be done and why, in one line for anybody to see; empty when nothing stands in the way. Answers soon. */
    Optional<String> obstacle();
}
