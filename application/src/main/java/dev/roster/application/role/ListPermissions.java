package dev.roster.application.role;

import dev.roster.application.access.Caller;
import dev.roster.application.port.RegisteredPermissions;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.PermissionTable;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Reach;
import dev.roster.domain.role.RosterPermission;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists all permissions. Every user may read them: the list is not secret. */
public final class ListPermissions {
    /**
     * A permission.
     *
     * @param description empty for Roster's own, whose names say it
     * @param reach of each predefined role
     */
    public record Listed(Permission permission, String description, Map<PredefinedRole, Reach> reach) {
        public Listed {
            reach = Collections.unmodifiableMap(new EnumMap<>(reach));
        }

        static Listed of(Permission permission, String description, PermissionTable table) {
            return new Listed(
                    permission,
                    description,
                    Stream.of(PredefinedRole.values())
                            .collect(Collectors.toMap(Function.identity(), role -> table.reachOf(role, permission))));
        }
    }

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
            PermissionTable table = registered.table();
            return Stream.concat(
                            Stream.of(RosterPermission.values()).map(own -> Listed.of(own, "", table)),
                            registered.all().stream()
                                    .map(other -> Listed.of(other.permission(), other.description(), table)))
                    .toList();
        });
    }
}
