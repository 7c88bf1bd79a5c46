package dev.roster.application.invitation;

import dev.roster.application.Now;
import dev.roster.application.credential.OwnerFirst;
import dev.roster.application.organization.Enrolment;
import dev.roster.application.port.InviteLinks;
import dev.roster.domain.RefusedException;
import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.invitation.InviteLink;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.Username;
import jakarta.inject.Inject;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Whom an installation lets in without an invitation, asked when they sign up and again when they confirm. */
final class SignUpDoor {
    private final SignUpMode mode;
    private final OwnerFirst ownerFirst;
    private final InviteLinks inviteLinks;
    private final Enrolment enrolment;
    private final Now now;

    @Inject
    SignUpDoor(SignUpMode mode, OwnerFirst ownerFirst, InviteLinks inviteLinks, Enrolment enrolment, Now now) {
        this.mode = mode;
        this.ownerFirst = ownerFirst;
        this.inviteLinks = inviteLinks;
        this.enrolment = enrolment;
        this.now = now;
    }

    /** @throws RefusedException FORBIDDEN where sign-up is closed, or open only to those with a link */
    void requireOpen(@Nullable SecretDigest link) {
        if (mode == SignUpMode.CLOSED) {
            throw RefusedException.forbidden("sign-up is closed here; ask for an invitation");
        }
        if (mode == SignUpMode.LINK && link == null) {
            throw RefusedException.forbidden("sign-up requires the link of an organization here; ask for one");
        }
    }

    /** @throws RefusedException FORBIDDEN while nobody owns the installation */
    void requireOwner() {
        ownerFirst.require();
    }

    /**
     * A username that is somebody's address would keep that address from them.
     *
     * @param email the caller's own, once they have shown that it is, or null
     * @throws RefusedException INVALID naming {@code username}
     */
    static void requireOwnName(Username username, @Nullable EmailAddress email) {
        if (username.value().indexOf('@') >= 0
                && (email == null || !username.key().equals(email.key()))) {
            throw RefusedException.invalid(
                    "username", "a username with an `@` must be your own e-mail address; choose another");
        }
    }

    /**
     * @throws RefusedException NOT_FOUND naming {@code link} that is wrong or used up; INVALID naming {@code email} that it
     *     does not admit
     */
    void requireAdmitted(@Nullable SecretDigest link, @Nullable EmailAddress email) {
        if (link != null) {
            admitted(link, email);
        }
    }

    private InviteLink admitted(SecretDigest digest, @Nullable EmailAddress email) {
        InviteLink link = inviteLinks
                .findByDigest(digest)
                .filter(found -> found.isOpen(now.get()))
                .orElseThrow(SignUpDoor::dead);
        if (!link.admits(email)) {
            throw RefusedException.invalid(
                    "email",
                    "this link accepts only e-mail addresses at " + String.join(" or ", new TreeSet<>(link.domains())));
        }
        return link;
    }

    /** Where they land; uses the link up by one. Refuses as {@link #requireAdmitted} does. */
    OrganizationId enter(@Nullable SecretDigest digest, @Nullable EmailAddress email) {
        if (digest == null) {
            return enrolment.defaultOrganization().id();
        }
        InviteLink link = admitted(digest, email);
        if (!inviteLinks.use(link.digest(), now.get())) {
            throw dead();
        }
        return link.organization();
    }

    private static RefusedException dead() {
        return RefusedException.missing("link", "this link is wrong, expired or used up; ask for a new one");
    }
}
