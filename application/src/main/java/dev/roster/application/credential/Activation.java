package dev.roster.application.credential;

import dev.roster.application.access.Caller;
import dev.roster.application.port.Invitations;
import dev.roster.application.port.Users;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Target;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserStatus;
import jakarta.inject.Inject;

/** Activates an invited user: uses up the invitation and issues a user token. */
public final class Activation {
    private final OwnerFirst ownerFirst;
    private final Users users;
    private final Invitations invitations;
    private final TokenIssuer tokens;
    private final UnitOfWork work;

    @Inject
    Activation(OwnerFirst ownerFirst, Users users, Invitations invitations, TokenIssuer tokens, UnitOfWork work) {
        this.ownerFirst = ownerFirst;
        this.users = users;
        this.invitations = invitations;
        this.tokens = tokens;
        this.work = work;
    }

    /**
     * Does nothing if the user is already active. Also stores the user's other fields.
     *
     * @throws RefusedException FORBIDDEN while the installation has no owner: only the set-up link gives access then
     */
    public User activate(User user, Caller caller) {
        if (user.isActive()) {
            return user;
        }
        if (user.status() != UserStatus.INVITED || user.hasEndedBy(work.now())) {
            throw PasswordProof.wrong();
        }
        ownerFirst.require();
        User active = user.withStatus(UserStatus.ACTIVE).updatedAt(work.now());
        users.update(active);
        invitations.remove(active.id());
        tokens.issue(active.id(), null);
        work.journal()
                .write(
                        caller,
                        "invitation.accept",
                        Target.of(active),
                        Changes.none().addStatus(user, active));
        return active;
    }
}
