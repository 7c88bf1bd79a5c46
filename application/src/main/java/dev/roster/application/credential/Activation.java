package dev.roster.application.credential;

import dev.roster.application.Now;
import dev.roster.application.access.Caller;
import dev.roster.application.port.Invitations;
import dev.roster.application.port.Users;
import dev.roster.application.work.Changes;
import dev.roster.application.work.Journal;
import dev.roster.domain.access.Target;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserStatus;
import jakarta.inject.Inject;

/** Makes an invited user active: the invitation is used up, and there is a user token. */
public final class Activation {
    private final Users users;
    private final Invitations invitations;
    private final TokenIssuer tokens;
    private final Journal journal;
    private final Now now;

    @Inject
    Activation(Users users, Invitations invitations, TokenIssuer tokens, Journal journal, Now now) {
        this.users = users;
        this.invitations = invitations;
        this.tokens = tokens;
        this.journal = journal;
        this.now = now;
    }

    /** Does nothing to a user who is active already. The user's other fields are stored along with it. */
    public User activate(User user, Caller caller) {
        if (user.isActive()) {
            return user;
        }
        if (user.status() != UserStatus.INVITED) {
            throw PasswordProof.wrong();
        }
        User active = user.withStatus(UserStatus.ACTIVE).updatedAt(now.get());
        users.update(active);
        invitations.remove(active.id());
        tokens.issue(active.id(), null);
        journal.write(
                caller,
                "invitation.accept",
                Target.of(active),
                Changes.none()
                        .add("status", user.status().word(), active.status().word()));
        return active;
    }
}
