package dev.roster.cli.transfer;

import dev.roster.application.declaration.Plan;
import dev.roster.application.declaration.Step;
import dev.roster.application.declaration.Step.Action;
import dev.roster.application.declaration.Step.Difference;
import dev.roster.application.declaration.Step.Kind;
import dev.roster.cli.terminal.BeforeAndAfter;
import dev.roster.cli.terminal.Ink;
import dev.roster.cli.terminal.Layout;
import dev.roster.cli.terminal.Output;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Prints the steps of a plan: for people as a difference, for programs as rows. */
final class StepsOutput {
    private static final Layout<Step> STEPS = Layout.<Step>of("differences")
            .column("action", step -> step.action().word())
            .column("kind", step -> step.kind().word())
            .column("name", Step::name)
            .column("place", Step::place)
            .column("changes", StepsOutput::named);
    private static final Set<String> SETS = Set.of("permissions", "assigned_only");
    private static final String ACCOUNT_ROLE = "account role";

    private final Output output;

    @Inject
    StepsOutput(Output output) {
        this.output = output;
    }

    void print(List<Step> steps) {
        if (output.isForPeople()) {
            steps.forEach(this::tell);
        } else {
            output.list(STEPS, steps);
        }
    }

    /** As in {@code 3 to add, 1 to change, 0 to remove}. */
    static String toDo(Plan plan) {
        if (plan.steps().isEmpty()) {
            return "nothing to do";
        }
        return plan.count(Action.ADD) + " to add, " + plan.count(Action.CHANGE) + " to change, "
                + plan.count(Action.REMOVE) + " to remove";
    }

    static String done(Plan plan) {
        return plan.count(Action.ADD) + " added, " + plan.count(Action.CHANGE) + " changed, "
                + plan.count(Action.REMOVE) + " removed";
    }

    private void tell(Step step) {
        Ink ink = switch (step.action()) {
            case ADD -> Ink.GREEN;
            case CHANGE -> Ink.YELLOW;
            case REMOVE -> Ink.RED;
        };
        output.verdict(ink, sign(step.action()), " " + inWords(step));
        if (!isMember(step)) {
            step.changes().forEach((field, change) -> output.line("    " + inWords(field, change)));
        }
    }

    private static String sign(Action action) {
        return switch (action) {
            case ADD -> "+";
            case CHANGE -> "~";
            case REMOVE -> "-";
        };
    }

    private static String inWords(Step step) {
        String name = "`" + step.name() + "`";
        return switch (step.kind()) {
            case ROLE -> "role " + name;
            case ORGANIZATION -> "organization " + name;
            case WORKSPACE -> "workspace " + name + " of organization `" + step.place() + "`";
            case ORGANIZATION_MEMBER -> "member " + name + " of organization `" + step.place() + "`" + role(step);
            case WORKSPACE_MEMBER -> "member " + name + " of workspace `" + step.place() + "`" + role(step);
        };
    }

    private static String role(Step step) {
        Difference role = step.changes().getOrDefault("role", new Difference(null, null));
        return switch (step.action()) {
            case ADD -> ": " + orAccountRole(role.after());
            case CHANGE -> ": " + orAccountRole(role.before()) + " → " + orAccountRole(role.after());
            case REMOVE -> step.kind() == Kind.ORGANIZATION_MEMBER ? ", and of its workspaces" : "";
        };
    }

    private static String orAccountRole(@Nullable String role) {
        return role == null ? ACCOUNT_ROLE : role;
    }

    private static boolean isMember(Step step) {
        return step.kind() == Kind.ORGANIZATION_MEMBER || step.kind() == Kind.WORKSPACE_MEMBER;
    }

    private static String inWords(String field, Difference change) {
        String name = field.replace('_', ' ') + ": ";
        return name
                + (SETS.contains(field) && change.before() != null
                        ? gainedAndLost(words(change.before()), words(change.after()))
                        : new BeforeAndAfter(change.before(), change.after()));
    }

    private static String gainedAndLost(List<String> before, List<String> after) {
        return Stream.concat(
                        after.stream().filter(word -> !before.contains(word)).map(word -> "+" + word),
                        before.stream().filter(word -> !after.contains(word)).map(word -> "-" + word))
                .collect(Collectors.joining(" "));
    }

    private static List<String> words(@Nullable String set) {
        return set == null ? List.of() : Arrays.asList(set.split(" "));
    }

    private static Map<String, BeforeAndAfter> named(Step step) {
        Map<String, BeforeAndAfter> changes = new LinkedHashMap<>();
        step.changes()
                .forEach((field, change) -> changes.put(field, new BeforeAndAfter(change.before(), change.after())));
        return changes;
    }
}
