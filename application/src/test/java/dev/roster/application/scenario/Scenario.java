package dev.roster.application.scenario;

import java.util.List;

/** A story: what is there, and what is tried in which order. */
public record Scenario(String file, String name, List<Fact> given, List<Step> steps) {
    /** Something that is there from the beginning. */
    record Fact(Background kind, Words words) {}

    /** The same story without that step and those that follow. */
    public Scenario upTo(int step) {
        return new Scenario(file, name, given, steps.subList(0, step));
    }

    @Override
    public String toString() {
        return file + ": " + name;
    }
}
