package dev.roster.application.declaration;

import java.util.List;

/**
 * What it takes to bring the store to what is declared.
 *
 * @param steps in the order in which they are done; none when the store is like that already
 * @param faults why it cannot be done; none when it can
 */
public record Plan(List<Step> steps, List<Fault> faults) {
    public Plan {
        steps = List.copyOf(steps);
        faults = List.copyOf(faults);
    }

    public long count(Step.Action action) {
        return steps.stream().filter(step -> step.action() == action).count();
    }
}
