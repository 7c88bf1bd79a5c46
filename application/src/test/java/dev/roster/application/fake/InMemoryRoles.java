package dev.roster.application.fake;

import dev.roster.application.port.Page;
import dev.roster.application.port.PageRequest;
import dev.roster.application.port.Roles;
import dev.roster.domain.RefusedException;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.text.NameKey;
import java.util.Optional;

/** Roles in memory. */
final class InMemoryRoles implements Roles {
    private final InMemoryStore store;

    InMemoryRoles(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Role add(Role role) {
        return store.write(tables -> {
            if (named(tables, role.name().key()).isPresent()) {
                throw RefusedException.conflict("name", "the role name `" + role.name() + "` is taken");
            }
            return tables.roles.add(role.id(), role::withNumber);
        });
    }

    @Override
    public Optional<Role> find(RoleId id) {
        return store.read(tables -> tables.roles.find(id));
    }

    @Override
    public Optional<Role> findByName(NameKey name) {
        return store.read(tables -> named(tables, name));
    }

    private static Optional<Role> named(Tables tables, NameKey name) {
        return tables.roles.stream()
                .filter(role -> role.name().key().equals(name))
                .findFirst();
    }

    @Override
    public Page<Role> list(PageRequest page) {
        return store.read(tables -> Pages.of(tables.roles.stream(), page, Role::number));
    }
}
