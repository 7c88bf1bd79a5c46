package dev.roster.application.role;

import dev.roster.application.access.Caller;
import dev.roster.application.port.RegisteredPermissions;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.RosterPermission;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;

/** Lists all that roles can be made of. For everyone who has an account: the catalogue is no secret among them. */
public final class ListPermissions {
    /** @param description empty for Roster's own, whose names say it */
    public record Listed(Permission permission, String description) {}

    private final UnitOfWork work;
    private final RegisteredPermissions registered;

    @Inject
    ListPermissions(UnitOfWork work, RegisteredPermissions registered) {
        this.work = work;
        this.registered = registered;
    }

    /** Roster's own in the order of the table, then the registered ones by key. */
    public List<Listed> handle(Caller caller) {
        return work.reading(() -> {
            work.guard().actor(caller);
            return Stream.concat(
                            Stream.of(RosterPermission.values()).map(own -> new Listed(own, "")),
                            registered.all().stream().map(other -> new Listed(other.permission(), other.description())))
                    .toList();
        });
    }
}
