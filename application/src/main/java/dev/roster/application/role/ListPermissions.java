package dev.roster.application.role;

import dev.roster.application.access.AccessGuard;
import dev.roster.application.access.Caller;
import dev.roster.application.port.RegisteredPermissions;
import dev.roster.application.port.Transactions;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.RosterPermission;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;

/** Lists all that roles can be made of. For everyone who has an account: the catalogue is no secret among them. */
public final class ListPermissions {
    /** @param description empty for Roster's own, whose names say it */
    public record Listed(Permission permission, String description) {}

    private final Transactions transactions;
    private final AccessGuard guard;
    private final RegisteredPermissions registered;

    @Inject
    ListPermissions(Transactions transactions, AccessGuard guard, RegisteredPermissions registered) {
        this.transactions = transactions;
        this.guard = guard;
        this.registered = registered;
    }

    /** Roster's own in the order of the table, then the registered ones by key. */
    public List<Listed> handle(Caller caller) {
        return transactions.reading(() -> {
            guard.actor(caller);
            return Stream.concat(
                            Stream.of(RosterPermission.values()).map(own -> new Listed(own, "")),
                            registered.all().stream().map(other -> new Listed(other.permission(), other.description())))
                    .toList();
        });
    }
}
