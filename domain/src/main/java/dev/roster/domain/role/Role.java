package dev.roster.domain.role;

import dev.roster.domain.RefusedException;
import dev.roster.domain.text.FreeText;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A named set of permissions, predefined or custom.
 *
 * @param number counts roles in order of creation, in a new store the predefined ones first; 0 until the store has given
 *     it
 * @param permissions all that the role gives
 * @param assignedOnly those of them that reach only datasets open to the workspace or assigned to the user
 * @param reachesWorkspaces whether the role, held in an organization, reaches that organization's workspaces too
 * @param createdAt 1970 for a role that was not stored, as the predefined ones
 */
@RecordBuilder
public record Role(
        RoleId id,
        long number,
        RoleName name,
        String description,
        PermissionSet permissions,
        PermissionSet assignedOnly,
        boolean reachesWorkspaces,
        Instant createdAt,
        Instant updatedAt)
        implements RoleBuilder.With {
    public static final int MOST_DESCRIPTION = 1_000;

    public Role {
        description = FreeText.check("description", description, MOST_DESCRIPTION);
    }

    /** A role without a history. */
    public Role(
            RoleId id,
            long number,
            RoleName name,
            String description,
            PermissionSet permissions,
            PermissionSet assignedOnly,
            boolean reachesWorkspaces) {
        this(id, number, name, description, permissions, assignedOnly, reachesWorkspaces, Instant.EPOCH, Instant.EPOCH);
    }

    /** The role behind a {@link PredefinedRole}: the column of the table that bears its name. */
    static Role predefined(RoleId id, long number, String description, boolean reachesWorkspaces, PredefinedRole role) {
        return new Role(
                id,
                number,
                new RoleName(role.name().toLowerCase(Locale.ROOT)),
                description,
                reaching(role, Reach.EVERYWHERE, Reach.WITHIN, Reach.ORGANIZATIONS, Reach.ASSIGNED),
                reaching(role, Reach.ASSIGNED),
                reachesWorkspaces);
    }

    /** A custom role that reaches, with each of its permissions, wherever it is held; only workspaces, not organizations. */
    public static Role custom(RoleId id, RoleName name, PermissionSet permissions) {
        return new Role(id, 0, name, "", permissions, PermissionSet.none(), false);
    }

    private static PermissionSet reaching(PredefinedRole role, Reach... reaches) {
        return PermissionSet.of(Arrays.stream(RosterPermission.values())
                .filter(permission -> List.of(reaches).contains(permission.reachOf(role)))
                .toList());
    }

    public Role createdAt(Instant now) {
        return with().createdAt(now).updatedAt(now).build();
    }

    public Role updatedAt(Instant now) {
        return with().updatedAt(now).build();
    }

    /**
     * The same role with other permissions; those that reached only assigned datasets still do.
     */
    @Override
    public Role withPermissions(PermissionSet changed) {
        PermissionSet stillAssignedOnly =
                PermissionSet.of(changed.stream().filter(assignedOnly::contains).toList());
        return with().permissions(changed).assignedOnly(stillAssignedOnly).build();
    }

    /**
     * A predefined role with additional registered permissions.
     *
     * @param assigned those that reach only datasets open to the workspace or assigned to the user
     */
    public Role holdingAlso(PermissionSet within, PermissionSet assigned) {
        return within.isEmpty() && assigned.isEmpty()
                ? this
                : withPermissions(permissions.plus(within).plus(assigned))
                        .withAssignedOnly(assignedOnly.plus(assigned));
    }

    /** @throws RefusedException INVALID, where it changes to a name that is none {@linkplain RoleName#toGive to give} */
    @Override
    public Role withName(RoleName changed) {
        RoleName wanted = changed.equals(name) ? name : changed.toGive();
        return with().name(wanted).build();
    }

    public RoleRef ref() {
        return new RoleRef(id, name);
    }

    public boolean isPredefined() {
        return PredefinedRole.of(id).isPresent();
    }

    /** Whether this is the role that reaches everything, registered permissions included. */
    public boolean isOwner() {
        return is(PredefinedRole.OWNER);
    }

    /** Whether this is one of the two roles that a dataset's restriction leaves alone. */
    public boolean isManagerOrOwner() {
        return is(PredefinedRole.MANAGER) || isOwner();
    }

    /** Whether the two give the same wherever they are held. */
    public boolean givesTheSameAs(Role other) {
        return permissions.equals(other.permissions)
                && assignedOnly.equals(other.assignedOnly)
                && reachesWorkspaces == other.reachesWorkspaces
                && isManagerOrOwner() == other.isManagerOrOwner()
                && isOwner() == other.isOwner();
    }

    /** Whether it may be held in a single place: owner is an account role only. */
    public boolean isForPlaces() {
        return !isOwner();
    }

    /** Whether it holds any permission that an account role gives on the whole instance. */
    public boolean holdsAnyInstanceWide() {
        return permissions.stream().anyMatch(Permission::isInstanceWide);
    }

    private boolean is(PredefinedRole role) {
        return id.equals(role.id());
    }

    /** Whether the role gives the permission at all; an owner's gives every one. */
    public boolean holds(Permission permission) {
        return permissions.contains(permission) || isOwner();
    }

    /**
     * Whether what the role gives of the permission it gives only as a membership's own role in an organization, there
     * and below: a manager runs the workspaces of an organization, not those of the instance, nor the one it is held in.
     */
    public boolean needsOrganization(Permission permission) {
        return permission.isInstanceWide() && is(PredefinedRole.MANAGER);
    }

    /** How far the role reaches with a permission, held as an account role. */
    public Reach reachOf(Permission permission) {
        if (isOwner()) {
            return Reach.EVERYWHERE;
        }
        if (!holds(permission)) {
            return Reach.NOWHERE;
        }
        if (assignedOnly.contains(permission)) {
            return Reach.ASSIGNED;
        }
        if (needsOrganization(permission)) {
            return Reach.ORGANIZATIONS;
        }
        return permission.isInstanceWide() ? Reach.EVERYWHERE : Reach.WITHIN;
    }
}
