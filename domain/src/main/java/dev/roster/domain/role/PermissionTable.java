package dev.roster.domain.role;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Predicate;

/** How far each predefined role reaches with each permission: with Roster's own, and with those that were registered. */
public final class PermissionTable {
    private static final PermissionTable OWN = new PermissionTable(Map.of());

    private final Map<RegisteredPermission, RegisteredReach> registered;
    private final Map<PredefinedRole, Role> roles = new EnumMap<>(PredefinedRole.class);

    /** Roster's own permissions and those. */
    public PermissionTable(Map<RegisteredPermission, RegisteredReach> registered) {
        this.registered = Map.copyOf(registered);
        for (PredefinedRole role : PredefinedRole.values()) {
            roles.put(role, role.role().holdingAlso(reached(role, Reach.WITHIN), reached(role, Reach.ASSIGNED)));
        }
    }

    /** Roster's own permissions alone. */
    public static PermissionTable own() {
        return OWN;
    }

    private PermissionSet reached(PredefinedRole role, Reach reach) {
        Predicate<RegisteredPermission> isReached = permission -> reachOf(role, permission) == reach;
        return PermissionSet.of(registered.keySet().stream().filter(isReached).toList());
    }

    /** A permission that is not registered reaches everywhere for owners, and nowhere for all other roles. */
    public Reach reachOf(PredefinedRole role, Permission permission) {
        return permission instanceof RosterPermission own
                ? own.reachOf(role)
                : registered
                        .getOrDefault((RegisteredPermission) permission, RegisteredReach.NONE)
                        .of(role);
    }

    /** A predefined role with the registered permissions that it holds. */
    public Role role(PredefinedRole role) {
        return roles.getOrDefault(role, role.role());
    }

    /**
     * Whether a permission is more than daily work. What the predefined roles give that run nothing, to read, annotate, review
     * and give feedback, is not, so that a help desk can help those who annotate. Any other registered permission is, whatever
     * it means.
     */
    public boolean isAdministrative(Permission permission) {
        return Arrays.stream(PredefinedRole.values())
                .filter(role -> !role.administers())
                .allMatch(role -> reachOf(role, permission) == Reach.NOWHERE);
    }
}
