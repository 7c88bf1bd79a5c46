package dev.roster.application.flat;

import dev.roster.application.access.Caller;
import dev.roster.application.membership.ChangeMemberRole;
import dev.roster.application.membership.PutMember;
import dev.roster.application.membership.RemoveMember;
import dev.roster.application.port.Memberships;
import dev.roster.application.user.ReactivateUser;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.workspace.Workspace;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/**
 * Gives a member of an organization a role in it and in the workspace that represents it, or removes the role in both. A
 * deactivated user is reactivated, which requires what reactivating requires.
 */
public final class PutStanding {
    /**
     * The user, the places and the role.
     *
     * @param workspace the title of the workspace, which is created if it does not exist and a role is given in it
     * @param role name or id of the role in both, or null for none of the membership's own and no place in the workspace
     */
    public record Command(
            OrganizationId organization,
            String workspace,
            UserId user,
            @Nullable String role) {}

    private final UnitOfWork work;
    private final FlatWorkspace flat;
    private final Memberships memberships;
    private final ChangeMemberRole changeMemberRole;
    private final PutMember putMember;
    private final RemoveMember removeMember;
    private final ReactivateUser reactivateUser;

    @Inject
    PutStanding(
            UnitOfWork work,
            FlatWorkspace flat,
            Memberships memberships,
            ChangeMemberRole changeMemberRole,
            PutMember putMember,
            RemoveMember removeMember,
            ReactivateUser reactivateUser) {
        this.work = work;
        this.flat = flat;
        this.memberships = memberships;
        this.changeMemberRole = changeMemberRole;
        this.putMember = putMember;
        this.removeMember = removeMember;
        this.reactivateUser = reactivateUser;
    }

    /**
     * Returns the user as they are then.
     *
     * @throws RefusedException NOT_FOUND naming {@code organization}, {@code user}, or {@code member} for who is none;
     *     FORBIDDEN also where the member would get more than the caller holds
     */
    public User handle(Caller caller, Command command) {
        return work.inTransaction(() -> {
            User user = changeMemberRole
                    .handle(
                            caller,
                            new ChangeMemberRole.Command(
                                    Place.of(command.organization()), command.user(), command.role()))
                    .user();
            if (command.role() == null) {
                leave(caller, command);
            } else {
                enter(caller, command, command.role());
            }
            return user.status() == UserStatus.DEACTIVATED ? reactivateUser.handle(caller, user.id()) : user;
        });
    }

    private void enter(Caller caller, Command command, String role) {
        Workspace workspace = flat.findOrCreate(caller, command.organization(), command.workspace());
        putMember.handle(caller, PutMember.Command.of(Place.of(workspace.id()), command.user(), role));
    }

    private void leave(Caller caller, Command command) {
        flat.find(command.organization(), command.workspace())
                .map(workspace -> Place.of(workspace.id()))
                .filter(place -> memberships.find(place, command.user()).isPresent())
                .ifPresent(place -> removeMember.handle(caller, new RemoveMember.Command(place, command.user())));
    }
}
