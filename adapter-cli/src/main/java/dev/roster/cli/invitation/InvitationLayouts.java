package dev.roster.cli.invitation;

import dev.roster.application.invitation.InviteUser;
import dev.roster.application.port.Invitations;
import dev.roster.cli.terminal.Layout;
import dev.roster.cli.terminal.Output;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.invitation.Invitation;
import dev.roster.domain.user.User;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How invitations look: with link or temporary password once, when they are made, and without ever after. */
final class InvitationLayouts {
    static final Layout<Dated> INVITATION = Layout.<Dated>of("invitations")
            .detail("user.id", dated -> dated.user().id())
            .column("user.username", "user", dated -> dated.user().username())
            .detail("user.email", dated -> dated.user().email())
            .column("user.role", dated -> dated.user().role())
            .detail("user.status", dated -> dated.user().status().word())
            .detail("invitation.id", dated -> dated.reading(Invitation::id))
            .column(
                    "invitation.mode",
                    dated -> dated.reading(invitation -> invitation.mode().word()))
            .column("invitation.pending", dated -> dated.reading(invitation -> invitation.isPending(dated.now())))
            .detail("invitation.sent_at", dated -> dated.reading(Invitation::sentAt))
            .column("invitation.expires_at", dated -> dated.reading(Invitation::expiresAt));
    private static final Layout<InviteUser.Invited> KNOWN = INVITATION.on(InvitationLayouts::asMade);
    /** People read in words whether it is new. */
    private static final Layout<InviteUser.Invited> WHOLE = KNOWN.detail("is_new", InviteUser.Invited::isNew)
            .detail("link", InviteUser.Invited::link)
            .detail("temporary_password", InvitationLayouts::password);

    private InvitationLayouts() {}

    /**
     * An invitation as it stands at a time.
     *
     * @param invitation null for an account that was active at once
     */
    record Dated(User user, @Nullable Invitation invitation, Instant now) {
        static Dated of(Invitations.Invited invited, Instant now) {
            return new Dated(invited.user(), invited.invitation(), now);
        }

        private @Nullable Object reading(Function<Invitation, Object> field) {
            return invitation == null ? null : field.apply(invitation);
        }
    }

    /** For people, the link or the temporary password comes last, alone on its line. */
    static void print(Output output, InviteUser.Invited invited) {
        String password = password(invited);
        output.showWithSecret(KNOWN, WHOLE, invited, password == null ? invited.link() : password);
    }

    /** What has just been made, or was found pending, stands as it did when it was sent. */
    private static Dated asMade(InviteUser.Invited invited) {
        Invitation invitation = invited.invitation();
        return new Dated(
                invited.user(), invitation, invitation == null ? invited.user().createdAt() : invitation.sentAt());
    }

    private static @Nullable String password(InviteUser.Invited invited) {
        SecretText password = invited.temporaryPassword();
        return password == null ? null : password.reveal();
    }
}
