package dev.roster.domain.role;

import dev.roster.domain.RefusedException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The permissions that a role may be made of: Roster's own and those somebody registered. */
public record PermissionCatalogue(PermissionSet registered) {
    public static PermissionCatalogue of(Collection<RegisteredPermission> registered) {
        return new PermissionCatalogue(PermissionSet.of(registered));
    }

    /**
     * The permission of that key.
     *
     * @throws RefusedException INVALID, when nobody registered that key
     */
    public Permission find(String key) {
        Permission permission = Permission.parse(key);
        if (permission instanceof RegisteredPermission && !registered.contains(permission)) {
            throw RefusedException.invalid("permission", "unknown permission `" + key + "`, nobody registered it");
        }
        return permission;
    }

    /** Roster's own in the order of the table, then the registered ones by key. */
    public List<Permission> all() {
        return Stream.concat(Stream.of(RosterPermission.values()), registered.stream())
                .toList();
    }
}
