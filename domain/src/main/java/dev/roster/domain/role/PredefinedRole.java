package dev.roster.domain.role;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The seven roles that every installation has, in the order of the columns of {@link RosterPermission}, which defines what
 * they reach. Their numbers follow the order in which Roster introduced them.
 */
public enum PredefinedRole {
    OWNER(1, true, true, "Everything, everywhere."),
    MANAGER(
            2,
            true,
            true,
            "Runs the workspaces where the role is held: members, grants, service keys, datasets; held in an organization,"
                    + " also which workspaces it has."),
    ADMIN(
            3,
            true,
            false,
            "Creates, configures and deletes the datasets of its workspaces; cannot assign users to a workspace."),
    MEMBER(6, true, false, "Creates, changes, deletes, annotates and reviews the datasets of its workspaces."),
    REVIEWER(7, false, false, "Reads, annotates and reviews the datasets of its workspaces."),
    VIEWER(4, false, false, "Reads the datasets of its workspaces."),
    ANNOTATOR(5, false, false, "Annotates the datasets that are open to its workspaces or assigned to it.");

    // Immutable, but only Error Prone's own annotation would convince it, and the domain depends on nothing.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Role role;

    private final boolean administers;

    PredefinedRole(long number, boolean administers, boolean reachesWorkspaces, String description) {
        this.administers = administers;
        RoleId id = new RoleId(new UUID(0x8000L, 0x8000_0000_0000_0000L + number));
        this.role = Role.predefined(id, number, description, reachesWorkspaces, this);
    }

    /** Its place in the rows of {@link RosterPermission}. */
    // A column is a place in the source, and never stored.
    @SuppressWarnings("EnumOrdinal")
    int column() {
        return ordinal();
    }

    /** Whether it administers something, rather than only reading and annotating. */
    boolean administers() {
        return administers;
    }

    public Role role() {
        return role;
    }

    public RoleId id() {
        return role.id();
    }

    public RoleRef ref() {
        return role.ref();
    }

    /** The name as people and programs write it, in lower case. */
    public String word() {
        return role.name().value();
    }

    /** The role of that id, or empty when it is a custom role's. */
    public static Optional<PredefinedRole> of(RoleId id) {
        return Arrays.stream(values()).filter(role -> role.id().equals(id)).findFirst();
    }

    /**
     * The candidate that a role is closest to: the fewest permissions that only one of the two holds. If two are equally
     * close, the later candidate.
     */
    public static PredefinedRole nearest(Role role, List<PredefinedRole> candidates) {
        PredefinedRole nearest = candidates.get(0);
        for (PredefinedRole candidate : candidates) {
            if (candidate.distanceTo(role) <= nearest.distanceTo(role)) {
                nearest = candidate;
            }
        }
        return nearest;
    }

    private long distanceTo(Role other) {
        return Arrays.stream(RosterPermission.values())
                .filter(permission -> role.holds(permission) != other.holds(permission))
                .count();
    }
}
