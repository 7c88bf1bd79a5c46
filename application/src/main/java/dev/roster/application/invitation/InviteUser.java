package dev.roster.application.invitation;

import dev.roster.application.ProfileChange;
import dev.roster.application.access.Caller;
import dev.roster.application.membership.FewPlaces;
import dev.roster.application.port.Invitations;
import dev.roster.application.port.Users;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.invitation.Invitation;
import dev.roster.domain.invitation.InviteMode;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.user.Username;
import dev.roster.domain.workspace.WorkspaceId;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Invites a person by e-mail address. Inviting the same address twice is harmless: a pending invitation is returned
 * unchanged.
 */
public final class InviteUser {
    /**
     * The person to invite.
     *
     * @param username null for the e-mail address; the person can choose another when accepting
     * @param profile changes to a profile that only has the username as first name
     * @param role name or id of the account role, null for annotator
     * @param developer null for the default of the role
     * @param organization null for the default organization
     * @param organizationRole name or id of that membership's own role, or null
     * @param workspaces the workspaces they join at once, all or none
     * @param afresh whether to create a new account if a deleted one had this address
     * @param handOver whether to return the link, for the caller to hand over, instead of mailing it
     */
    @RecordBuilder
    public record Command(
            EmailAddress email,
            InviteMode mode,
            @Nullable Username username,

            ProfileChange profile,

            @Nullable String role,
            @Nullable Boolean developer,
            @Nullable OrganizationId organization,
            @Nullable String organizationRole,
            List<WorkspacePlace> workspaces,
            boolean afresh,
            boolean handOver)
            implements InviteUserCommandBuilder.With {
        public Command {
            Objects.requireNonNull(email, "email");
            Objects.requireNonNull(mode, "mode");
            Objects.requireNonNull(profile, "profile");
            workspaces = List.copyOf(workspaces);
            FewPlaces.require(workspaces);
        }

        public static Command of(EmailAddress email, InviteMode mode) {
            return InviteUserCommandBuilder.builder()
                    .email(email)
                    .mode(mode)
                    .workspaces(List.of())
                    .profile(ProfileChange.none())
                    .build();
        }
    }

    /** @param role name or id of the membership's own role, or null to let the account role count */
    public record WorkspacePlace(
            WorkspaceId workspace, @Nullable String role) {}

    /**
     * The result.
     *
     * @param invitation null when the account is active at once
     * @param isNew false if the invitation was already pending and nothing was changed or sent
     * @param temporaryPassword returned only here; otherwise null
     * @param link only for the local operator and for callers who hand it over; otherwise null
     */
    @RecordBuilder
    public record Invited(
            User user,
            @Nullable Invitation invitation,
            boolean isNew,
            @Nullable SecretText temporaryPassword,
            @Nullable String link) {}

    private final UnitOfWork work;
    private final Users users;
    private final Invitations invitations;
    private final InvitedAccount account;
    private final InvitationSecrets secrets;

    @Inject
    InviteUser(
            UnitOfWork work, Users users, Invitations invitations, InvitedAccount account, InvitationSecrets secrets) {
        this.work = work;
        this.users = users;
        this.invitations = invitations;
        this.account = account;
        this.secrets = secrets;
    }

    /**
     * @throws RefusedException CONFLICT naming {@code email} of an active or deactivated user, and of a deleted one
     *     unless a new account is asked for; FORBIDDEN also where the account would get more than the caller holds
     */
    public Invited handle(Caller caller, Command command) {
        work.reading(() -> work.guard().require(caller, RosterPermission.USER_CREATE, Target.instance()));
        InvitationSecrets.Prepared prepared = secrets.prepare(command.mode());
        return work.inTransaction(() -> {
            work.guard().require(caller, RosterPermission.USER_CREATE, Target.instance());
            Optional<User> known = users.findByEmail(command.email().key());
            return known.isPresent() ? again(caller, command, known.get(), prepared) : anew(caller, command, prepared);
        });
    }

    private Invited anew(Caller caller, Command command, InvitationSecrets.Prepared prepared) {
        if (!command.afresh() && users.findDeletedByEmail(command.email().key()).isPresent()) {
            throw RefusedException.conflict(
                    "email",
                    "a deleted user had the address `" + command.email()
                            + "`; request a new account explicitly to invite them again");
        }
        User user = account.make(caller, command);
        return user.isActive()
                ? InviteUserInvitedBuilder.builder().user(user).isNew(true).build()
                : secrets.send(caller, user, command.mode(), prepared, "invitation.create", command.handOver());
    }

    private Invited again(Caller caller, Command command, User known, InvitationSecrets.Prepared prepared) {
        if (known.status() != UserStatus.INVITED || command.mode() == InviteMode.NONE) {
            throw RefusedException.conflict(
                    "email",
                    "`" + command.email() + "` belongs to a user who is "
                            + known.status().word() + " already");
        }
        Optional<Invitation> pending =
                invitations.find(known.id()).filter(invitation -> invitation.isPending(work.now()));
        if (pending.isPresent()) {
            return InviteUserInvitedBuilder.builder()
                    .user(known)
                    .invitation(pending.get())
                    .build();
        }
        work.guard().requireToTakeOver(caller, RosterPermission.USER_CREATE, known);
        User renewed = account.renew(caller, command, known);
        return secrets.send(caller, renewed, command.mode(), prepared, "invitation.renew", command.handOver());
    }
}
