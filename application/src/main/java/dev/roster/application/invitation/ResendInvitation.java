package dev.roster.application.invitation;

import dev.roster.application.access.Caller;
import dev.roster.application.port.Invitations;
import dev.roster.application.port.Users;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.invitation.Invitation;
import dev.roster.domain.invitation.InviteMode;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserStatus;
import jakarta.inject.Inject;

/** Resends an invitation with a new secret; the earlier link or temporary password stops working at once. */
public final class ResendInvitation {
    private final UnitOfWork work;
    private final Users users;
    private final Invitations invitations;
    private final InvitationSecrets secrets;

    @Inject
    ResendInvitation(UnitOfWork work, Users users, Invitations invitations, InvitationSecrets secrets) {
        this.work = work;
        this.users = users;
        this.invitations = invitations;
        this.secrets = secrets;
    }

    /**
     * @throws RefusedException CONFLICT naming {@code invitation} that is not pending: accepted, or expired; or {@code user} for
     *     a guest whose stay is over
     */
    public InviteUser.Invited handle(Caller caller, UserId id) {
        return resend(caller, id, work.reading(() -> pending(caller, id)), false);
    }

    /** The same without a mail: returns the new link for the caller to hand over. */
    public InviteUser.Invited toHandOver(Caller caller, UserId id) {
        return resend(caller, id, work.reading(() -> pending(caller, id)), true);
    }

    /**
     * The same for callers to whom a temporary password cannot be returned.
     *
     * @throws RefusedException CONFLICT naming {@code invitation} also where it is one by temporary password
     */
    public InviteUser.Invited byLink(Caller caller, UserId id) {
        Invitation known = work.reading(() -> pending(caller, id));
        if (known.mode() != InviteMode.LINK) {
            throw RefusedException.conflict(
                    "invitation",
                    "the invitation has a temporary password instead of a link; create another temporary password");
        }
        return resend(caller, id, known, false);
    }

    private InviteUser.Invited resend(Caller caller, UserId id, Invitation known, boolean handOver) {
        InvitationSecrets.Prepared prepared = secrets.prepare(known.mode());
        return work.inTransaction(() -> {
            Invitation invitation = pending(caller, id);
            if (invitation.mode() != known.mode()) {
                throw RefusedException.conflict(
                        "invitation", "the invitation has changed in the meantime; check it again");
            }
            return secrets.send(caller, users.get(id), invitation.mode(), prepared, "invitation.resend", handOver);
        });
    }

    private Invitation pending(Caller caller, UserId id) {
        User user = users.get(id);
        work.guard().requireToTakeOver(caller, RosterPermission.USER_CREATE, user);
        user.mustStillStay(work.now());
        Invitation invitation = invitations
                .find(id)
                .filter(found -> user.status() == UserStatus.INVITED)
                .orElseThrow(() -> RefusedException.conflict(
                        "invitation",
                        "`" + user.username() + "` is " + user.status().word() + ", not invited"));
        if (invitation.isExpired(work.now())) {
            throw RefusedException.conflict(
                    "invitation",
                    "the invitation of `" + user.username() + "` has expired; invite the same address again");
        }
        return invitation;
    }
}
