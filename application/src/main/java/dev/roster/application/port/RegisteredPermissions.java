package dev.roster.application.port;

import dev.roster.domain.role.Permission;
import dev.roster.domain.role.PermissionTable;
import dev.roster.domain.role.RegisteredPermission;
import dev.roster.domain.role.RegisteredReach;
import dev.roster.domain.role.RosterPermission;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The permissions that embedding platforms and dialects registered, which custom roles can include. */
public interface RegisteredPermissions {
    /**
     * A permission as it was registered.
     *
     * @param description at most 1,000 characters, empty when unset
     * @param reach which predefined roles hold it; they are loaded with it from then on
     */
    record Registered(RegisteredPermission permission, String description, RegisteredReach reach) {
        /** Held by owners alone. */
        public Registered(RegisteredPermission permission, String description) {
            this(permission, description, RegisteredReach.NONE);
        }
    }

    /** Returns false, and changes nothing, when it is registered already. */
    boolean add(Registered registered);

    /** Stores how far the predefined roles reach with permissions that are registered. */
    void updateReach(Collection<Registered> changed);

    boolean has(RegisteredPermission permission);

    /** By key. There are a few hundred at most; there are no pages. */
    List<Registered> all();

    /** All permissions that there are: Roster's own in the order of the table, then the registered ones by key. */
    default List<Permission> known() {
        return Stream.concat(
                        Stream.of(RosterPermission.values()), all().stream().map(Registered::permission))
                .toList();
    }

    /** All that the predefined roles hold. */
    default PermissionTable table() {
        return new PermissionTable(all().stream().collect(Collectors.toMap(Registered::permission, Registered::reach)));
    }

    /** The same as far as it matters to those: for Roster's own permissions nothing is looked up. */
    default PermissionTable tableFor(Collection<Permission> asked) {
        return asked.stream().allMatch(RosterPermission.class::isInstance) ? PermissionTable.own() : table();
    }
}
