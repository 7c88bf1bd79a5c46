package dev.roster.http;

import java.util.Optional;

/** Whether requests can be answered now. Bound by the module that wires the store. */
@FunctionalInterface
public interface Readiness {
    /** What is not possible and why, in one line that any visitor may see; empty if everything works. Answers quickly. */
    Optional<String> obstacle();
}
