package dev.roster.application.importing;

import dev.roster.application.access.Caller;
import dev.roster.application.importing.ImportStep.Kind;
import dev.roster.application.importing.ImportStep.Outcome;
import dev.roster.application.membership.AddMember;
import dev.roster.application.port.ForeignPlatform;
import dev.roster.application.port.Memberships;
import dev.roster.application.port.Users;
import dev.roster.application.port.Workspaces;
import dev.roster.application.user.CreateUser;
import dev.roster.application.work.UnitOfWork;
import dev.roster.application.workspace.CreateWorkspace;
import dev.roster.domain.RefusedException;
import dev.roster.domain.UserText;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.RosterPermission;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Brings users, workspaces and memberships over from another platform, with their ids. It adds and never changes or takes
 * away, so it can be run again: what came before is there already.
 */
public final class ImportPeople {
    /** The steps, in the order in which they can be done. */
    public record Plan(List<ImportStep> steps) {
        public Plan {
            steps = List.copyOf(steps);
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

    /** Is told about each step when it has been done. */
    @FunctionalInterface
    public interface Progress {
        /** @param done how many of {@code total} have been done, this one included */
        void done(ImportStep step, long done, long total);
    }

    private final UnitOfWork work;
    private final Map<String, ForeignPlatform> platforms;
    private final Users users;
    private final Workspaces workspaces;
    private final Memberships memberships;
    private final CreateUser createUser;
    private final CreateWorkspace createWorkspace;
    private final AddMember addMember;

    @Inject
    ImportPeople(
            UnitOfWork work,
            Map<String, ForeignPlatform> platforms,
            Users users,
            Workspaces workspaces,
            Memberships memberships,
            CreateUser createUser,
            CreateWorkspace createWorkspace,
            AddMember addMember) {
        this.work = work;
        this.platforms = platforms;
        this.users = users;
        this.workspaces = workspaces;
        this.memberships = memberships;
        this.createUser = createUser;
        this.createWorkspace = createWorkspace;
        this.addMember = addMember;
    }

    /**
     * Reads the other platform and says what would be done. Changes nothing.
     *
     * @param platform the word that its kind of platform is bound under
     */
    public Plan plan(Caller caller, String platform, ForeignPlatform.Address address) {
        work.reading(() -> requireAll(caller));
        // The other platform may be slow, and a transaction must not wait for it.
        Snapshot snapshot = Snapshot.read(named(platform), address);
        return work.reading(() -> {
            requireAll(caller);
            return new Plan(comparison().steps(snapshot));
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
        work.guard().require(caller, RosterPermission.USER_CREATE, Target.instance());
        work.guard().require(caller, RosterPermission.WORKSPACE_CREATE, Target.instance());
        work.guard().require(caller, RosterPermission.MEMBER_ADD, Target.instance());
        return true;
    }

    private Comparison comparison() {
        return new Comparison(users, workspaces, memberships, createUser, createWorkspace, addMember);
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
        return new Plan(ended);
    }
}
