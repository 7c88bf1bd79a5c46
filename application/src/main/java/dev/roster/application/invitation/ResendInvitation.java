package dev.roster.application.invitation;

import dev.roster.application.Now;
import dev.roster.application.access.AccessGuard;
import dev.roster.application.access.Caller;
import dev.roster.application.port.Invitations;
import dev.roster.application.port.Transactions;
import dev.roster.application.port.Users;
import dev.roster.domain.RefusedException;
import dev.roster.domain.invitation.Invitation;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserStatus;
import jakarta.inject.Inject;

/** Sends an invitation again under a new secret; the older link or temporary password is dead at once. */
public final class ResendInvitation {
    private final Transactions transactions;
    private final AccessGuard guard;
    private final Users users;
    private final Invitations invitations;
    private final InvitationSecrets secrets;
    private final Now now;

    @Inject
    ResendInvitation(
            Transactions transactions,
            AccessGuard guard,
            Users users,
            Invitations invitations,
            InvitationSecrets secrets,
            Now now) {
        this.transactions = transactions;
        this.guard = guard;
        this.users = users;
        this.invitations = invitations;
        this.secrets = secrets;
        this.now = now;
    }

    /** @throws RefusedException CONFLICT naming {@code invitation} that is not pending: accepted, or expired */
    public InviteUser.Invited handle(Caller caller, UserId id) {
        Invitation known = transactions.reading(() -> pending(caller, id));
        InvitationSecrets.Prepared prepared = secrets.prepare(known.mode());
        return transactions.inTransaction(() -> {
            Invitation invitation = pending(caller, id);
            if (invitation.mode() != known.mode()) {
                throw RefusedException.conflict("invitation", "the invitation was changed meanwhile, look at it again");
            }
            return secrets.send(caller, users.get(id), invitation.mode(), prepared, "invitation.resend");
        });
    }

    private Invitation pending(Caller caller, UserId id) {
        User user = users.get(id);
        guard.requireToTakeOver(caller, RosterPermission.USER_CREATE, user);
        Invitation invitation = invitations
                .find(id)
                .filter(found -> user.status() == UserStatus.INVITED)
                .orElseThrow(() -> RefusedException.conflict(
                        "invitation",
                        "`" + user.username() + "` is " + user.status().word() + ", not invited"));
        if (invitation.isExpired(now.get())) {
            throw RefusedException.conflict(
                    "invitation", "the invitation of `" + user.username() + "` expired, invite the same address again");
        }
        return invitation;
    }
}
