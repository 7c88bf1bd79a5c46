package dev.roster.application.port;

import dev.roster.domain.RefusedException;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.text.NameKey;
import java.util.Optional;

/** The roles, predefined ones included. */
public interface Roles {
    /**
     * Stores a new custom role and returns it with its number.
     *
     * @throws RefusedException CONFLICT naming {@code name}
     */
    Role add(Role role);

    Optional<Role> find(RoleId id);

    /** @throws RefusedException NOT_FOUND naming {@code role} */
    default Role get(RoleId id) {
        return find(id).orElseThrow(() -> RefusedException.notFound("role", id));
    }

    Optional<Role> findByName(NameKey name);

    /** By number: the predefined roles in the order of the table, then the custom ones in order of creation. */
    Page<Role> list(PageRequest page);
}
