package dev.roster.application.workspace;

import dev.roster.application.access.AccessGuard;
import dev.roster.application.access.Caller;
import dev.roster.application.port.Memberships;
import dev.roster.application.port.Transactions;
import dev.roster.application.port.Users;
import dev.roster.application.port.Workspaces;
import dev.roster.application.role.RoleLookup;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceId;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Makes a user a member of a workspace, and of its organization where they are none yet. */
public final class AddMember {
    /** @param role name or id of the membership's own role, or null to let the account role count */
    public record Command(
            WorkspaceId workspace, UserId user, @Nullable String role) {}

    private final Transactions transactions;
    private final AccessGuard guard;
    private final Workspaces workspaces;
    private final Users users;
    private final RoleLookup roles;
    private final Joining joining;

    @Inject
    AddMember(
            Transactions transactions,
            AccessGuard guard,
            Workspaces workspaces,
            Users users,
            RoleLookup roles,
            Joining joining) {
        this.transactions = transactions;
        this.guard = guard;
        this.workspaces = workspaces;
        this.users = users;
        this.roles = roles;
        this.joining = joining;
    }

    /**
     * @throws RefusedException NOT_FOUND naming {@code workspace} or {@code user}; CONFLICT naming {@code user}, who is
     *     a member already; FORBIDDEN also where the member would get more than the caller holds
     */
    public Memberships.Member handle(Caller caller, Command command) {
        return transactions.inTransaction(() -> {
            Workspace workspace = workspaces.get(command.workspace());
            guard.require(caller, RosterPermission.MEMBER_ADD, Target.of(workspace));
            User user = users.get(command.user());
            Role role = command.role() == null ? null : roles.findForPlace(command.role());
            return new Memberships.Member(user, joining.join(caller, command.workspace(), user, role));
        });
    }
}
