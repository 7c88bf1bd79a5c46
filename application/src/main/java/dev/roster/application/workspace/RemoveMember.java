package dev.roster.application.workspace;

import dev.roster.application.access.AccessGuard;
import dev.roster.application.access.Caller;
import dev.roster.application.port.Assignments;
import dev.roster.application.port.Grants;
import dev.roster.application.port.Memberships;
import dev.roster.application.port.Transactions;
import dev.roster.application.port.Users;
import dev.roster.application.port.Workspaces;
import dev.roster.application.work.Changes;
import dev.roster.application.work.Journal;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.WorkspaceId;
import jakarta.inject.Inject;

/** Takes a user out of a workspace, with their assignments and grants there. What they contributed stays. */
public final class RemoveMember {
    /** Who is to leave which workspace. */
    public record Command(WorkspaceId workspace, UserId user) {}

    private final Transactions transactions;
    private final AccessGuard guard;
    private final Workspaces workspaces;
    private final Users users;
    private final Memberships memberships;
    private final Assignments assignments;
    private final Grants grants;
    private final Journal journal;

    @Inject
    RemoveMember(
            Transactions transactions,
            AccessGuard guard,
            Workspaces workspaces,
            Users users,
            Memberships memberships,
            Assignments assignments,
            Grants grants,
            Journal journal) {
        this.transactions = transactions;
        this.guard = guard;
        this.workspaces = workspaces;
        this.users = users;
        this.memberships = memberships;
        this.assignments = assignments;
        this.grants = grants;
        this.journal = journal;
    }

    /**
     * Returns the user who left. Being no member is told before the permission is asked, as there is nothing to remove.
     *
     * @throws RefusedException NOT_FOUND naming {@code workspace} or {@code member}
     */
    public User handle(Caller caller, Command command) {
        return transactions.inTransaction(() -> {
            Target target = Target.of(workspaces.get(command.workspace()));
            User user = users.find(command.user())
                    .filter(found ->
                            memberships.find(command.workspace(), found.id()).isPresent())
                    .orElseThrow(() -> RefusedException.notFound("member", command.user()));
            guard.require(caller, RosterPermission.MEMBER_REMOVE, target);
            guard.requireToTakeFrom(caller, RosterPermission.MEMBER_REMOVE, user);
            assignments.removeAllOf(user.id(), command.workspace());
            grants.removeAllOf(user.id(), command.workspace());
            memberships.remove(command.workspace(), user.id());
            journal.write(caller, "member.remove", target, Changes.none().removeUser(user));
            return user;
        });
    }
}
