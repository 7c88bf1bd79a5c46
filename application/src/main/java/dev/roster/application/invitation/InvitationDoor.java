package dev.roster.application.invitation;

import dev.roster.application.Now;
import dev.roster.application.access.Origin;
import dev.roster.application.credential.Throttle;
import dev.roster.application.port.Invitations;
import dev.roster.application.port.Users;
import dev.roster.domain.RefusedException;
import dev.roster.domain.credential.Guess;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.user.UserStatus;
import jakarta.inject.Inject;
import java.util.Optional;

/** Knows pending invitations by the secret of their link. */
final class InvitationDoor {
    private final Invitations invitations;
    private final Users users;
    private final Throttle throttle;
    private final Now now;

    @Inject
    InvitationDoor(Invitations invitations, Users users, Throttle throttle, Now now) {
        this.invitations = invitations;
        this.users = users;
        this.throttle = throttle;
        this.now = now;
    }

    /**
     * Only what is wrong is counted: nobody is kept from following a link by those who share their address.
     *
     * @throws RefusedException NOT_FOUND naming {@code link}; THROTTLED for those after too many of them from one address
     */
    Invitations.Invited require(SecretText link, Origin origin) {
        return find(link).orElseThrow(() -> {
            throttle.admit(Guess.INVITATION, origin).failed();
            return dead();
        });
    }

    /** The same without counting, for the transaction that uses it up. */
    Optional<Invitations.Invited> find(SecretText link) {
        return invitations
                .findByDigest(link.digest())
                .filter(invitation -> invitation.isPending(now.get()))
                .flatMap(invitation -> users.find(invitation.user())
                        .filter(user -> user.status() == UserStatus.INVITED)
                        .map(user -> new Invitations.Invited(invitation, user)));
    }

    static RefusedException dead() {
        return RefusedException.missing("link", "this invitation is wrong, expired or used; ask for a new one");
    }
}
