package dev.roster.application.scenario;

import java.util.List;

/** A story: what is there, and what is tried in which order. */
public record Scenario(String file, String name, List<Fact> given, List<Step> steps) {
    /** Something that is there from the beginning. */
    record Fact(Background kind, Words words) {}

    @Override
    public String toString() {
        return file + ": " + name;
    }
}
