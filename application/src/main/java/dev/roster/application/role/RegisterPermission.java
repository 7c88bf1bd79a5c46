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
}
