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

/** Makes an invited user active: the invitation is used up, and there is a user token. */
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
     * Does nothing to a user who is active already. The user's other fields are stored along with it.
     *
     * @throws RefusedException FORBIDDEN while nobody owns the installation: only the set-up link lets anybody in then
     */
    public User activate(User user, Caller caller) {
        if (user.isActive()) {
            return user;
        }
        if (user.status() != UserStatus.INVITED) {
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
