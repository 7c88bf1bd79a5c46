package dev.roster.application.importing;

import dev.roster.application.access.Caller;
import dev.roster.application.importing.ImportStep.Kind;
import dev.roster.application.importing.ImportStep.Outcome;
import dev.roster.application.port.ForeignPlatform;
import dev.roster.application.port.ForeignPlatform.Held;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.UserText;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.RosterPermission;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Imports people from another platform, with the roles and places that they have there. It adds and never changes or
 * removes anything, so it can be run again: what was imported before is skipped.
 */
public final class ImportPeople {
    /**
     * What will be done, or was done.
     *
     * @param steps in the order in which they can be done
     * @param untold what the other platform does not report, one sentence each
     */
    public record Plan(List<ImportStep> steps, List<String> untold) {
        public Plan {
            steps = List.copyOf(steps);
            untold = List.copyOf(untold);
        }

        public long count(Kind kind, Outcome outcome) {
            return steps.stream()
                    .filter(step -> step.kind() == kind && step.outcome() == outcome)
                    .count();
        }

        public long count(Outcome outcome) {
            return steps.stream().filter(step -> step.outcome() == outcome).count();
        }

        private long work() {
            return steps.stream().filter(ImportStep::isWork).count();
        }
    }

    private static final List<RosterPermission> NEEDED = List.of(
            RosterPermission.USER_CREATE,
            RosterPermission.ROLE_CREATE,
            RosterPermission.ORGANIZATION_CREATE,
            RosterPermission.WORKSPACE_CREATE,
            RosterPermission.MEMBER_ADD,
            RosterPermission.GRANT_CREATE,
            RosterPermission.DATASET_CREATE);

    /** Is called after each step. */
    @FunctionalInterface
    public interface Progress {
        /** @param done how many of {@code total} have been done, this one included */
        void done(ImportStep step, long done, long total);
    }

    private final UnitOfWork work;
    private final Map<String, ForeignPlatform> platforms;
    private final ForeignRoles roles;
    private final ForeignPeople people;
    private final ForeignPlaces places;
    private final ForeignHoldings holdings;
    private final ForeignProjects projects;

    @Inject
    ImportPeople(
            UnitOfWork work,
            Map<String, ForeignPlatform> platforms,
            ForeignRoles roles,
            ForeignPeople people,
            ForeignPlaces places,
            ForeignHoldings holdings,
            ForeignProjects projects) {
        this.work = work;
        this.platforms = platforms;
        this.roles = roles;
        this.people = people;
        this.places = places;
        this.holdings = holdings;
        this.projects = projects;
    }

    /**
     * Reads the other platform and says what would be done. Changes nothing.
     *
     * @param platform the word that its kind of platform is bound under
     */
    public Plan plan(Caller caller, String platform, ForeignPlatform.Address address, ForeignPlatform.Reading reading) {
        work.reading(() -> requireAll(caller));
        ForeignPlatform there = named(platform);
        // The other platform may be slow, and a transaction must not wait for it.
        ForeignPlatform.Contents contents = there.read(address, reading);
        return work.reading(() -> {
            requireAll(caller);
            return new Plan(steps(contents, new Brought(there.hasUuids())), contents.untold());
        });
    }

    private ForeignPlatform named(String platform) {
        ForeignPlatform known = platforms.get(platform);
        if (known == null) {
            throw RefusedException.invalid(
                    "platform",
                    "unknown platform " + UserText.quote(platform) + ", expected one of "
                            + platforms.keySet().stream().sorted().toList());
        }
        return known;
    }

    private boolean requireAll(Caller caller) {
        NEEDED.forEach(permission -> work.guard().require(caller, permission, Target.instance()));
        return true;
    }

    /** In the order in which they can be done: what others refer to comes first. */
    private List<ImportStep> steps(ForeignPlatform.Contents contents, Brought brought) {
        roles.compare(contents.roles(), brought);
        people.compare(contents.people(), brought);
        Map<String, List<Held>> inGroups = byPlace(contents.groupMembers());
        contents.groups().forEach(group -> {
            places.compare(group, brought);
            holdings.compareGroup(group.id(), inGroups.getOrDefault(group.id(), List.of()), brought);
        });
        Map<String, List<Held>> inTeams = byPlace(contents.teamMembers());
        contents.teams().forEach(team -> {
            places.compare(team, brought);
            holdings.compareTeam(team.id(), inTeams.getOrDefault(team.id(), List.of()), brought);
        });
        holdings.compareBindings(contents.bindings(), brought);
        holdings.leaveOut(contents.projectBindings(), brought);
        projects.compare(contents.projects(), brought);
        return brought.steps();
    }

    private static Map<String, List<Held>> byPlace(List<Held> members) {
        return members.stream().collect(Collectors.groupingBy(Held::place));
    }

    /**
     * Does what was planned, step by step, each in a transaction of its own and under the rules of its own use case. What
     * is refused is left out, and the rest goes on. Returns the steps as they ended.
     */
    public Plan handle(Caller caller, Plan plan, Progress progress) {
        work.reading(() -> requireAll(caller));
        long total = plan.work();
        long done = 0;
        List<ImportStep> ended = new ArrayList<>(plan.steps().size());
        for (ImportStep step : plan.steps()) {
            ImportStep after = step.run(caller);
            ended.add(after);
            if (step.isWork()) {
                done++;
                progress.done(after, done, total);
            }
        }
        return new Plan(ended, plan.untold());
    }
}
