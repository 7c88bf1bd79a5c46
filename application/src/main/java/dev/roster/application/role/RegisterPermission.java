package dev.roster.application.role;

import dev.roster.application.access.AccessGuard;
import dev.roster.application.access.Caller;
import dev.roster.application.audit.Changes;
import dev.roster.application.audit.Journal;
import dev.roster.application.port.RegisteredPermissions;
import dev.roster.application.port.Transactions;
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

    private final Transactions transactions;
    private final AccessGuard guard;
    private final RegisteredPermissions registered;
    private final Journal journal;

    @Inject
    RegisterPermission(
            Transactions transactions, AccessGuard guard, RegisteredPermissions registered, Journal journal) {
        this.transactions = transactions;
        this.guard = guard;
        this.registered = registered;
        this.journal = journal;
    }

    /** Returns false, and changes nothing, when it is registered already. */
    public boolean handle(Caller caller, Command command) {
        return transactions.inTransaction(() -> {
            guard.require(caller, RosterPermission.ROLE_CREATE, Target.instance());
            boolean added =
                    registered.add(new RegisteredPermissions.Registered(command.permission(), command.description()));
            if (added) {
                journal.write(
                        caller,
                        "permission.register",
                        Target.instance(),
                        Changes.none().add("permission", null, command.permission()));
            }
            return added;
        });
    }
}
