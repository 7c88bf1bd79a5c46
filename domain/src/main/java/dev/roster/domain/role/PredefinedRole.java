package dev.roster.domain.role;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The five roles every installation has. What they reach is in {@link RosterPermission}. */
public enum PredefinedRole {
    OWNER(true, "Everything, everywhere."),
    MANAGER(true, "Runs the workspaces where the role is held: members, grants, service keys, datasets."),
    ADMIN(false, "Creates, configures and deletes the datasets of its workspaces; assigns nobody to a workspace."),
    VIEWER(false, "Reads the datasets of its workspaces."),
    ANNOTATOR(false, "Annotates the datasets that are open to its workspaces or assigned to it.");

    private final Role role;

    PredefinedRole(boolean reachesWorkspaces, String description) {
        RoleId id = new RoleId(new UUID(0x8000L, 0x8000_0000_0000_0001L + ordinal()));
        RoleName name = new RoleName(name().toLowerCase(Locale.ROOT));
        this.role = Role.predefined(id, name, description, reachesWorkspaces, this);
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
}
