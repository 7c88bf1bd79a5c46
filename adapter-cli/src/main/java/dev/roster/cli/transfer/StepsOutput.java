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
import dev.roster.domain.access.RoleChange;
import dev.roster.domain.role.Permission;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Prints the steps of a plan: for people as a difference, for programs as rows. */
final class StepsOutput {
    private static final String PERMISSIONS = "permissions";
    private static final Layout<Row> ROWS = Layout.<Row>of("differences")
            .column("action", Row::action)
            .column("kind", Row::kind)
            .column("name", Row::name)
            .column("place", Row::place)
            .column("changes", Row::changes);
    private static final Set<String> SETS = Set.of(PERMISSIONS, "assigned_only");
    private static final String ACCOUNT_ROLE = "account role";

    private final Output output;

    @Inject
    StepsOutput(Output output) {
        this.output = output;
    }

    /** The steps, and for people what they mean for people. */
    void print(Plan plan) {
        if (output.isForPeople()) {
            plan.steps().forEach(this::tell);
            plan.consequences().forEach(this::tell);
        } else {
            output.list(
                    ROWS,
                    Stream.concat(
                                    plan.steps().stream().map(Row::of),
                                    plan.consequences().stream().flatMap(Row::of))
                            .toList());
        }
    }

    private void tell(Plan.Consequence consequence) {
        RoleChange.Effect effect = consequence.effect();
        output.line("`" + consequence.user() + "` in " + effect.extent().describe(effect.place()) + ": "
                + Stream.concat(
                                effect.gained().stream().map(gained -> "+" + gained.key()),
                                effect.lost().stream().map(lost -> "-" + lost.key()))
                        .collect(Collectors.joining(" ")));
    }

    /** As in {@code 3 to add, 1 to change, 0 to remove}. */
    static String toDo(Plan plan) {
        if (plan.steps().isEmpty()) {
            return "nothing to change";
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
            case USER -> "user " + name;
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

    /** A difference, or with {@code gain} and {@code lose} what a user has of it. */
    private record Row(
            String action,
            String kind,
            String name,
            @Nullable String place,
            Map<String, BeforeAndAfter> changes) {
        static Row of(Step step) {
            return new Row(step.action().word(), step.kind().word(), step.name(), step.place(), named(step));
        }

        static Stream<Row> of(Plan.Consequence consequence) {
            RoleChange.Effect effect = consequence.effect();
            String place = effect.extent().describe(effect.place());
            String gained = keys(effect.gained());
            String lost = keys(effect.lost());
            return Stream.of(
                            new Row("gain", PERMISSIONS, consequence.user(), place, changed(null, gained)),
                            new Row("lose", PERMISSIONS, consequence.user(), place, changed(lost, null)))
                    .filter(row -> !row.changes().isEmpty());
        }

        private static String keys(Collection<Permission> permissions) {
            return permissions.stream().map(Permission::key).collect(Collectors.joining(" "));
        }

        private static Map<String, BeforeAndAfter> changed(@Nullable String before, @Nullable String after) {
            return "".equals(before) || "".equals(after)
                    ? Map.of()
                    : Map.of(PERMISSIONS, new BeforeAndAfter(before, after));
        }
    }

    private static Map<String, BeforeAndAfter> named(Step step) {
        Map<String, BeforeAndAfter> changes = new LinkedHashMap<>();
        step.changes()
                .forEach((field, change) -> changes.put(field, new BeforeAndAfter(change.before(), change.after())));
        return changes;
    }
}
