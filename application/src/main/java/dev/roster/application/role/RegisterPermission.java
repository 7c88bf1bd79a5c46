package dev.roster.application.role;

import dev.roster.application.access.Caller;
import dev.roster.application.port.RegisteredPermissions;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.RegisteredPermission;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.text.FreeText;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.Set;

/** Adds a permission that Roster itself knows nothing about to those that custom roles can be made of. */
public final class RegisterPermission {
    /** @param description at most {@value #MOST_DESCRIPTION} characters, may be empty */
    public record Command(RegisteredPermission permission, String description) {
        public static final int MOST_DESCRIPTION = 1_000;

        public Command {
            description = FreeText.check("description", description, MOST_DESCRIPTION);
        }
    }

    private final UnitOfWork work;
    private final RegisteredPermissions registered;

    @Inject
    RegisterPermission(UnitOfWork work, RegisteredPermissions registered) {
        this.work = work;
        this.registered = registered;
    }

    /** Returns false, and changes nothing, when it is registered already. */
    public boolean handle(Caller caller, Command command) {
        return work.inTransaction(() -> {
            work.guard().require(caller, RosterPermission.ROLE_CREATE, Target.instance());
            boolean added =
                    registered.add(new RegisteredPermissions.Registered(command.permission(), command.description()));
            if (added) {
                work.journal()
                        .write(
                                caller,
                                "permission.register",
                                Target.instance(),
                                Changes.none().set("permission", command.permission()));
            }
            return added;
        });
    }

    /**
     * Registers those of a namespace that are not yet, without descriptions, as one event. Where all are, as at each start
     * but the first, it only reads.
     */
    public void ensure(Caller caller, String namespace, Set<RegisteredPermission> wanted) {
        boolean missing = work.reading(() -> {
            work.guard().require(caller, RosterPermission.ROLE_CREATE, Target.instance());
            return !missing(wanted).isEmpty();
        });
        if (missing) {
            work.inTransaction(() -> add(caller, namespace, wanted));
        }
    }

    private void add(Caller caller, String namespace, Set<RegisteredPermission> wanted) {
        work.guard().require(caller, RosterPermission.ROLE_CREATE, Target.instance());
        Set<RegisteredPermission> missing = missing(wanted);
        missing.forEach(permission -> registered.add(new RegisteredPermissions.Registered(permission, "")));
        if (!missing.isEmpty()) {
            work.journal()
                    .write(
                            caller,
                            "permission.register",
                            Target.instance(),
                            Changes.none().set("namespace", namespace).set("permissions", missing.size()));
        }
    }

    private Set<RegisteredPermission> missing(Set<RegisteredPermission> wanted) {
        Set<RegisteredPermission> missing = new LinkedHashSet<>(wanted);
        registered.all().forEach(known -> missing.remove(known.permission()));
        return missing;
    }
}
