package dev.roster.application.role;

import dev.roster.application.Change;
import dev.roster.application.access.Caller;
import dev.roster.application.port.RegisteredPermissions;
import dev.roster.application.port.RegisteredPermissions.Registered;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.RegisteredPermission;
import dev.roster.domain.role.RegisteredReach;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.text.FreeText;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Registers permissions of applications, which custom roles can then include. */
public final class RegisterPermission {
    /**
     * A permission.
     *
     * @param description at most {@value #MOST_DESCRIPTION} characters, may be empty; the first one stays
     * @param reach which predefined roles hold it; left alone, none does but owner, or those that did before
     */
    public record Command(RegisteredPermission permission, String description, Change<RegisteredReach> reach) {
        public static final int MOST_DESCRIPTION = 1_000;

        public Command {
            description = FreeText.check("description", description, MOST_DESCRIPTION);
        }

        public Command(RegisteredPermission permission, String description) {
            this(permission, description, Change.none());
        }

        Registered appliedTo(@Nullable Registered before) {
            RegisteredReach now = before == null ? RegisteredReach.NONE : before.reach();
            return new Registered(permission, before == null ? description : before.description(), reach.orElse(now));
        }
    }

    private final UnitOfWork work;
    private final RegisteredPermissions registered;

    @Inject
    RegisterPermission(UnitOfWork work, RegisteredPermissions registered) {
        this.work = work;
        this.registered = registered;
    }

    /**
     * Returns false if it is already registered; then only its reach can change.
     *
     * @throws RefusedException FORBIDDEN if a caller other than an owner sets the reach of predefined roles
     */
    public boolean handle(Caller caller, Command command) {
        return handle(caller, List.of(command)) > 0;
    }

    /** The same for many at once, as a dialect registers them whenever a node starts. Returns how many are new. */
    public int handle(Caller caller, List<Command> commands) {
        return work.inTransaction(() -> {
            work.guard().require(caller, RosterPermission.ROLE_CREATE, Target.instance());
            Map<RegisteredPermission, Registered> known =
                    registered.all().stream().collect(Collectors.toMap(Registered::permission, Function.identity()));
            List<Registered> reaching = new ArrayList<>();
            int added = 0;
            for (Command command : commands) {
                Registered before = known.get(command.permission());
                Registered after = command.appliedTo(before);
                added += add(caller, before, after) ? 1 : 0;
                if (!reach(before).equals(after.reach())) {
                    reaching.add(after);
                }
                known.put(after.permission(), after);
            }
            if (!reaching.isEmpty()) {
                work.guard().requireOwner(caller, "only an owner says what predefined roles hold, leave out `reach`");
                registered.updateReach(reaching);
            }
            return added;
        });
    }

    /**
     * Registers the permissions of a namespace that are not registered yet, with the reach of predefined roles, as one event. If
     * nothing is missing, as at each start but the first, it only reads.
     *
     * @throws RefusedException FORBIDDEN if a caller other than an owner sets the reach of predefined roles
     */
    public void ensure(Caller caller, String namespace, List<Command> wanted) {
        boolean differs = work.reading(() -> {
            work.guard().require(caller, RosterPermission.ROLE_CREATE, Target.instance());
            return !differing(wanted).isEmpty();
        });
        if (differs) {
            work.inTransaction(() -> store(caller, namespace, wanted));
        }
    }

    private void store(Caller caller, String namespace, List<Command> wanted) {
        work.guard().require(caller, RosterPermission.ROLE_CREATE, Target.instance());
        work.guard().requireOwner(caller, "only an owner says what predefined roles hold, leave out `reach`");
        List<Registered> differing = differing(wanted);
        differing.forEach(one -> registered.add(new Registered(one.permission(), one.description())));
        registered.updateReach(differing);
        if (!differing.isEmpty()) {
            work.journal()
                    .write(
                            caller,
                            "permission.register",
                            Target.instance(),
                            Changes.none().set("namespace", namespace).set("permissions", differing.size()));
        }
    }

    /** As they are to be, those that are not. */
    private List<Registered> differing(List<Command> wanted) {
        Map<RegisteredPermission, Registered> known =
                registered.all().stream().collect(Collectors.toMap(Registered::permission, Function.identity()));
        return wanted.stream()
                .map(command -> command.appliedTo(known.get(command.permission())))
                .filter(after -> !after.equals(known.get(after.permission())))
                .toList();
    }

    /** Writes down what changes; how far predefined roles reach is stored for all of them together. */
    private boolean add(Caller caller, @Nullable Registered before, Registered after) {
        boolean isNew = before == null && registered.add(new Registered(after.permission(), after.description()));
        if (isNew || !reach(before).equals(after.reach())) {
            Changes changes =
                    Changes.none().set("permission", after.permission()).add("reach", reach(before), after.reach());
            work.journal()
                    .write(caller, isNew ? "permission.register" : "permission.update", Target.instance(), changes);
        }
        return isNew;
    }

    private static RegisteredReach reach(@Nullable Registered registered) {
        return registered == null ? RegisteredReach.NONE : registered.reach();
    }
}
