package dev.roster.application.fake;

import dev.roster.application.port.RegisteredPermissions;
import dev.roster.domain.role.RegisteredPermission;
import java.util.Comparator;
import java.util.List;

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
                tables.registeredPermissions.put(registered.permission(), registered);
            }
            return isNew;
        });
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
