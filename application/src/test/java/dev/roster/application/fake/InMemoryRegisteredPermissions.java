package dev.roster.application.fake;

import dev.roster.application.port.RegisteredPermissions;
import dev.roster.domain.role.PermissionTable;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.RegisteredPermission;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The registered permissions in memory. */
final class InMemoryRegisteredPermissions implements RegisteredPermissions {
    private final InMemoryStore store;

    InMemoryRegisteredPermissions(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public boolean add(Registered registered) {
        return store.write(tables -> {
            boolean isNew = !tables.registeredPermissions.has(registered.permission());
            if (isNew) {
                put(tables, List.of(registered));
            }
            return isNew;
        });
    }

    @Override
    public void updateReach(Collection<Registered> changed) {
        store.change(tables -> put(
                tables,
                changed.stream()
                        .map(after -> new Registered(
                                after.permission(),
                                tables.registeredPermissions
                                        .find(after.permission())
                                        .orElseThrow()
                                        .description(),
                                after.reach()))
                        .toList()));
    }

    private static void put(Tables tables, List<Registered> changed) {
        changed.forEach(registered -> tables.registeredPermissions.put(registered.permission(), registered));
        PermissionTable table = new PermissionTable(tables.registeredPermissions.stream()
                .collect(Collectors.toMap(Registered::permission, Registered::reach)));
        for (PredefinedRole role : PredefinedRole.values()) {
            tables.roles.change(role.id(), before -> table.role(role).withNumber(before.number()));
        }
    }

    @Override
    public boolean has(RegisteredPermission permission) {
        return store.read(tables -> tables.registeredPermissions.has(permission));
    }

    @Override
    public List<Registered> all() {
        return store.read(tables -> tables.registeredPermissions.stream()
                .sorted(Comparator.comparing(
                        registered -> registered.permission().key()))
                .toList());
    }
}
