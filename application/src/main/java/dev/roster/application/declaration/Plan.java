package dev.roster.application.declaration;

import dev.roster.domain.access.RoleChange;
import java.util.List;
import java.util.stream.Stream;

/**
 * What it takes to bring the store to what is declared.
 *
 * @param steps in the order in which they are done; none when the store is like that already
 * @param faults why it cannot be done; none when it can
 * @param consequences who gains and who loses what by it; none where it has faults, or was done
 */
public record Plan(List<Step> steps, List<Fault> faults, List<Consequence> consequences) {
    /**
     * What a user gains and loses in one place.
     *
     * @param user the username
     */
    public record Consequence(String user, RoleChange.Effect effect) {}

    public Plan {
        steps = List.copyOf(steps);
        faults = List.copyOf(faults);
        consequences = List.copyOf(consequences);
    }

    static Plan of(List<Step> steps, List<Fault> faults) {
        return new Plan(steps, faults, List.of());
    }

    Plan withFaults(List<Fault> found) {
        return new Plan(steps, found, consequences);
    }

    Plan withMoreFaults(List<Fault> found) {
        return withFaults(Stream.concat(faults.stream(), found.stream()).toList());
    }

    Plan withConsequences(List<Consequence> found) {
        return new Plan(steps, faults, found);
    }

    public long count(Step.Action action) {
        return steps.stream().filter(step -> step.action() == action).count();
    }
}
