package dev.roster.domain.access;

import dev.roster.domain.dataset.DatasetAccess;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.PermissionSet;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.RegisteredPermission;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.role.RoleName;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.workspace.WorkspaceId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The places, people and datasets that the tests of the policy speak about. */
final class World {
    static final UserId ADA = new UserId(id(1));
    static final Target SELF = Target.user(ADA, "ada", false);
    static final Target OTHER_USER = Target.user(new UserId(id(2)), "bob", false);
    static final Target OWNER_USER = Target.user(new UserId(id(3)), "olga", true);
    static final Target SOME_ROLE = Target.of(PredefinedRole.VIEWER.role());

    static final Target OURS = Target.organization(new OrganizationId(id(10)), "ours");
    static final Target THEIRS = Target.organization(new OrganizationId(id(11)), "theirs");
    static final Target LEGAL = workspace(20, "legal", id(10));
    static final Target SIBLING = workspace(21, "sibling", id(10));
    static final Target FOREIGN = workspace(22, "foreign", id(11));

    static final Target OPEN = dataset(30, "open", LEGAL, DatasetAccess.WORKSPACE, false);
    static final Target MINE = dataset(31, "mine", LEGAL, DatasetAccess.ASSIGNED, false);
    static final Target OTHERS = dataset(32, "others", LEGAL, DatasetAccess.ASSIGNED, false);
    static final Target RESTRICTED = dataset(33, "restricted", LEGAL, DatasetAccess.WORKSPACE, true);
    static final Target RESTRICTED_MINE = dataset(34, "restricted-mine", LEGAL, DatasetAccess.ASSIGNED, true);
    static final Target SIBLING_OPEN = dataset(35, "sibling-open", SIBLING, DatasetAccess.WORKSPACE, false);
    static final Target FOREIGN_OPEN = dataset(36, "foreign-open", FOREIGN, DatasetAccess.WORKSPACE, false);

    static final List<Target> DATASETS =
            List.of(OPEN, MINE, OTHERS, RESTRICTED, RESTRICTED_MINE, SIBLING_OPEN, FOREIGN_OPEN);
    static final List<Target> TARGETS = Stream.concat(
                    Stream.of(
                            Target.instance(),
                            SELF,
                            OTHER_USER,
                            OWNER_USER,
                            SOME_ROLE,
                            OURS,
                            THEIRS,
                            LEGAL,
                            SIBLING,
                            FOREIGN),
                    DATASETS.stream())
            .toList();

    static final RegisteredPermission EXPORT = new RegisteredPermission("acme:export");
    static final List<Permission> PERMISSIONS = Stream.concat(Stream.of(RosterPermission.values()), Stream.of(EXPORT))
            .toList();

    /** An account role that gives nothing at all. */
    static final Role NOTHING = custom("nothing");

    private World() {}

    static UUID id(long number) {
        return new UUID(7, number);
    }

    private static Target workspace(long number, String name, UUID organization) {
        return Target.workspace(new WorkspaceId(id(number)), name, new OrganizationId(organization));
    }

    private static Target dataset(
            long number, String name, Target workspace, DatasetAccess access, boolean restricted) {
        return Target.dataset(new DatasetId(id(number)), name, workspace, access, restricted);
    }

    static DatasetId datasetId(Target dataset) {
        return new DatasetId(dataset.id());
    }

    static Role custom(String name, Permission... permissions) {
        return Role.custom(new RoleId(id(100 + name.hashCode())), new RoleName(name), PermissionSet.of(permissions));
    }

    /** The same role, reaching the workspaces of an organization where it is held. */
    static Role reachingWorkspaces(Role role) {
        return new Role(role.id(), 0, role.name(), "", role.permissions(), role.assignedOnly(), true);
    }

    /** The same role, with all it gives cut to open or assigned datasets. */
    static Role assignedOnly(Role role) {
        return new Role(role.id(), 0, role.name(), "", role.permissions(), role.permissions(), false);
    }

    /** Ada, active. */
    static Actor.Builder ada(Role accountRole) {
        return Actor.named(ADA, "ada", UserStatus.ACTIVE, accountRole);
    }

    static Actor.Builder ada() {
        return ada(NOTHING);
    }
}
