package dev.roster.application.transfer;

import dev.roster.application.port.Invitations;
import dev.roster.application.port.Users;
import dev.roster.domain.RefusedException;
import dev.roster.domain.invitation.Invitation;
import dev.roster.domain.user.UserStatus;
import jakarta.inject.Inject;
import java.util.Set;

/** Takes in invitations of users who came in before. */
final class InvitationIntake {
    private final Invitations invitations;
    private final KnownPlaces known;
    private final Users users;

    @Inject
    InvitationIntake(Invitations invitations, KnownPlaces known, Users users) {
        this.invitations = invitations;
        this.known = known;
        this.users = users;
    }

    /** Returns false for what was there before. */
    boolean add(Invitation invitation) {
        if (invitations.find(invitation.user()).isPresent()) {
            return false;
        }
        KnownUsers invited = KnownUsers.of(users.findAll(Set.of(invitation.user())));
        if (invited.living(invitation.user()).status() != UserStatus.INVITED) {
            throw RefusedException.conflict("user_id", "the user is not waiting for an invitation");
        }
        known.mustBeKnown("inviter_id", invitation.inviter());
        invitations.put(invitation);
        return true;
    }
}
