package dev.roster.application.declaration;

import dev.roster.domain.RefusedException;
import dev.roster.domain.UnknownName;
import dev.roster.domain.UserText;
import dev.roster.domain.role.RoleName;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.UserId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A plan in the making, with the work behind each step. Nobody is thrown out before everybody else is in. */
final class Draft {
    /** @param path the names that lead to what the step is about */
    private record Task(List<String> path, Step step, Runnable work) {}

    private record Named(Step.Kind kind, NameKey name) {}

    private static final int MOST_CONCERNED = 1_000;

    private final Set<UserId> concerned = new LinkedHashSet<>();
    private final List<Task> tasks = new ArrayList<>();
    private final List<Task> removals = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final Set<Named> declared = new HashSet<>();

    void add(List<String> path, Step step, Runnable work) {
        tasks.add(new Task(path, step, work));
    }

    /** Leaves a step out that changes nothing. */
    void change(List<String> path, Step step, Runnable work) {
        if (!step.changes().isEmpty()) {
            add(path, step, work);
        }
    }

    void remove(List<String> path, Step step, Runnable work) {
        removals.add(new Task(path, step, work));
    }

    /** Notes that a step may mean something for somebody. */
    void concern(UserId user) {
        if (concerned.size() < MOST_CONCERNED) {
            concerned.add(user);
        }
    }

    /** For whom steps may mean something, the first thousand of them. */
    Set<UserId> concerned() {
        return Set.copyOf(concerned);
    }

    void fault(List<String> path, String reason) {
        faults.add(new Fault(path, reason));
    }

    void unknownUser(List<String> path, String name) {
        faults.add(new Fault(path, "no user " + UserText.quote(name), new UnknownName("user", name)));
    }

    void unknownRole(List<String> path, RoleName role) {
        String reason = "unknown role " + UserText.quote(role.value()) + ", declare it under `roles`";
        faults.add(new Fault(path, reason, new UnknownName("role", role.value())));
    }

    /** Looks for steps; a refusal on the way is a fault there. */
    void look(List<String> path, Runnable search) {
        try {
            search.run();
        } catch (RefusedException refused) {
            faults.add(Fault.of(path, refused));
        }
    }

    /** Whether this is the first of its name; a second one is a fault. */
    boolean isFirst(Step.Kind kind, NameKey name, List<String> path) {
        boolean first = declared.add(new Named(kind, name));
        if (!first) {
            fault(path, kind.word() + " " + UserText.quote(path.get(path.size() - 1)) + " is declared twice");
        }
        return first;
    }

    Plan plan() {
        return Plan.of(inOrder().map(Task::step).toList(), faults);
    }

    void carryOut() {
        inOrder().forEach(task -> task.work().run());
    }

    /** The same for a plan: the first step that is refused is a fault where it is declared, and the last that is tried. */
    Optional<Fault> tryOut() {
        return inOrder().flatMap(task -> refusal(task).stream()).findFirst();
    }

    private static Optional<Fault> refusal(Task task) {
        try {
            task.work().run();
            return Optional.empty();
        } catch (RefusedException refused) {
            if (refused.kind() == RefusedException.Kind.UNAVAILABLE) {
                throw refused;
            }
            return Optional.of(Fault.of(task.path(), refused));
        }
    }

    /** Out of the workspaces first, because whoever leaves an organization leaves them too. */
    private Stream<Task> inOrder() {
        Comparator<Task> innermostFirst =
                Comparator.comparing((Task task) -> task.step().kind()).reversed();
        return Stream.concat(tasks.stream(), removals.stream().sorted(innermostFirst));
    }
}
