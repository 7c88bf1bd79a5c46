package dev.roster.application.invitation;

import dev.roster.application.access.Caller;
import dev.roster.application.credential.Limits;
import dev.roster.application.credential.TemporaryPasswords;
import dev.roster.application.mail.Postbox;
import dev.roster.application.port.Invitations;
import dev.roster.application.port.Links;
import dev.roster.application.port.PasswordHasher;
import dev.roster.application.port.Passwords;
import dev.roster.application.port.SecretSource;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.access.Target;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.invitation.Invitation;
import dev.roster.domain.invitation.InvitationId;
import dev.roster.domain.invitation.InviteMode;
import dev.roster.domain.mail.Letter;
import dev.roster.domain.user.User;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gives invited users their way in: a link by mail, or a temporary password. */
final class InvitationSecrets {
    private static final String PREFIX = "rin_";

    private final Invitations invitations;
    private final Passwords passwords;
    private final PasswordHasher hasher;
    private final TemporaryPasswords temporary;
    private final SecretSource source;
    private final Links links;
    private final Postbox postbox;
    private final OrganizationNames organizations;
    private final Limits limits;
    private final UnitOfWork work;

    @Inject
    InvitationSecrets(
            Invitations invitations,
            Passwords passwords,
            PasswordHasher hasher,
            TemporaryPasswords temporary,
            SecretSource source,
            Links links,
            Postbox postbox,
            OrganizationNames organizations,
            Limits limits,
            UnitOfWork work) {
        this.invitations = invitations;
        this.passwords = passwords;
        this.hasher = hasher;
        this.temporary = temporary;
        this.source = source;
        this.links = links;
        this.postbox = postbox;
        this.organizations = organizations;
        this.limits = limits;
        this.work = work;
    }

    /**
     * What takes long, done before the transaction.
     *
     * @param password for a temporary password, else null
     */
    record Prepared(@Nullable SecretText password, @Nullable String hash) {}

    Prepared prepare(InviteMode mode) {
        if (mode != InviteMode.TEMPORARY_PASSWORD) {
            return new Prepared(null, null);
        }
        SecretText password = temporary.next();
        return new Prepared(password, hasher.hash(Password.chosen(password.reveal())));
    }

    /** Makes the user's older secret worthless, and tells the new one. */
    InviteUser.Invited send(Caller caller, User user, InviteMode mode, Prepared prepared, String action) {
        Instant at = work.now();
        Instant end = at.plus(limits.invitation());
        SecretText secret = mode == InviteMode.LINK ? source.next(PREFIX) : null;
        passwords.remove(user.id());
        if (prepared.hash() != null) {
            passwords.setTemporary(user.id(), prepared.hash(), at, end);
        }
        // Last, since another password overtakes an invitation.
        Invitation invitation = invitations.put(invitation(caller, user, mode, secret, at, end));
        String link = secret == null ? null : mail(caller, user, secret, end);
        work.journal()
                .write(
                        caller,
                        action,
                        Target.of(user),
                        Changes.none().set("mode", mode.word()).set("expires_at", end));
        return new InviteUser.Invited(user, invitation, true, prepared.password(), caller.isOperator() ? link : null);
    }

    private Invitation invitation(
            Caller caller, User user, InviteMode mode, @Nullable SecretText secret, Instant at, Instant end) {
        SecretDigest digest = secret == null ? null : secret.digest();
        User inviter = caller.user();
        return invitations
                .find(user.id())
                .filter(before -> before.mode() == mode)
                .map(before -> before.sentAgain(digest, at, end))
                .orElseGet(() -> new Invitation(
                        new InvitationId(work.nextId()),
                        0,
                        user.id(),
                        mode,
                        digest,
                        inviter == null ? null : inviter.id(),
                        at,
                        at,
                        end));
    }

    private String mail(Caller caller, User user, SecretText secret, Instant end) {
        String link = links.acceptInvitation(secret);
        Map<String, String> values = new LinkedHashMap<>();
        values.put("link", link);
        values.put("expires", end.toString());
        organizations.of(user).ifPresent(name -> values.put("organization", name));
        if (caller.user() != null) {
            values.put("inviter", caller.user().shownName());
        }
        postbox.send(new Letter(Objects.requireNonNull(user.email()), user.id(), Letter.Kind.INVITATION, values));
        return link;
    }
}
