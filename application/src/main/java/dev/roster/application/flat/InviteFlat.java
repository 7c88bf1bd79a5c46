package dev.roster.application.flat;

import dev.roster.application.access.Caller;
import dev.roster.application.invitation.InviteUser;
import dev.roster.application.invitation.InviteUser.WorkspacePlace;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.invitation.InviteMode;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.workspace.Workspace;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Invites a person by mail to an organization and to the workspace that represents it, with one role in both. */
public final class InviteFlat {
    /**
     * The user, the places and the role.
     *
     * @param workspace the title of the workspace, which is created if it does not exist and a role is given in it
     * @param role name or id of the role in both, or null for none, and no place in the workspace
     */
    public record Command(
            OrganizationId organization,
            String workspace,
            EmailAddress email,
            @Nullable String role) {}

    private final UnitOfWork work;
    private final FlatWorkspace flat;
    private final InviteUser inviteUser;

    @Inject
    InviteFlat(UnitOfWork work, FlatWorkspace flat, InviteUser inviteUser) {
        this.work = work;
        this.flat = flat;
        this.inviteUser = inviteUser;
    }

    /** @throws RefusedException as {@link InviteUser} does */
    public InviteUser.Invited handle(Caller caller, Command command) {
        return work.inTransaction(() -> inviteUser.handle(
                caller,
                InviteUser.Command.of(command.email(), InviteMode.LINK)
                        .withOrganization(command.organization())
                        .withOrganizationRole(command.role())
                        .withWorkspaces(workspaces(caller, command))));
    }

    private List<WorkspacePlace> workspaces(Caller caller, Command command) {
        if (command.role() == null) {
            return List.of();
        }
        Workspace workspace = flat.findOrCreate(caller, command.organization(), command.workspace());
        return List.of(new WorkspacePlace(workspace.id(), command.role()));
    }
}
