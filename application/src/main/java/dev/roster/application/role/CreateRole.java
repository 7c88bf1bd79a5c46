package dev.roster.application.role;

import dev.roster.application.access.Caller;
import dev.roster.application.access.PermissionLookup;
import dev.roster.application.port.Roles;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.PermissionSet;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.role.RoleName;
import dev.roster.domain.role.RosterPermission;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.inject.Inject;
import java.util.Objects;

/** Creates a custom role. The caller cannot include permissions that they do not hold. */
public final class CreateRole {
    /**
     * The new role.
     *
     * @param description at most 1,000 characters, may be empty
     * @param permissions at least one
     * @param assignedOnly those that apply only to datasets that are open to the workspace or assigned to the user
     * @param reachesWorkspaces whether the role, held in an organization, also applies in its workspaces
     */
    @RecordBuilder
    public record Command(
            RoleName name,
            String description,
            PermissionSet permissions,
            PermissionSet assignedOnly,
            boolean reachesWorkspaces)
            implements CreateRoleCommandBuilder.With {
        public Command {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(description, "description");
            CustomRoles.requireSound(permissions, assignedOnly);
        }

        public static Command of(RoleName name, PermissionSet permissions) {
            return CreateRoleCommandBuilder.builder()
                    .name(name)
                    .description("")
                    .permissions(permissions)
                    .assignedOnly(PermissionSet.none())
                    .build();
        }
    }

    private final UnitOfWork work;
    private final Roles roles;
    private final PermissionLookup permissions;

    @Inject
    CreateRole(UnitOfWork work, Roles roles, PermissionLookup permissions) {
        this.work = work;
        this.roles = roles;
        this.permissions = permissions;
    }

    /** @throws RefusedException CONFLICT naming {@code name}; FORBIDDEN where the role would hold more than the caller */
    public Role handle(Caller caller, Command command) {
        return work.inTransaction(() -> {
            work.guard().require(caller, RosterPermission.ROLE_CREATE, Target.instance());
            permissions.requireAllKnown(command.permissions());
            Role wanted = new Role(
                            new RoleId(work.nextId()),
                            0,
                            command.name().toGive(),
                            command.description(),
                            command.permissions(),
                            command.assignedOnly(),
                            command.reachesWorkspaces())
                    .createdAt(work.now());
            work.guard().requireToGive(caller, wanted, Target.instance());
            Role role = roles.add(wanted);
            work.journal().write(caller, "role.create", Target.of(role), CustomRoles.changes(null, role));
            return role;
        });
    }
}
