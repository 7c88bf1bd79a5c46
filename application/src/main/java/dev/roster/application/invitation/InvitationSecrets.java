package dev.roster.application.invitation;

import dev.roster.application.access.Caller;
import dev.roster.application.access.KnownSecrets;
import dev.roster.application.credential.Limits;
import dev.roster.application.credential.TemporaryPasswords;
import dev.roster.application.port.Invitations;
import dev.roster.application.port.PasswordHasher;
import dev.roster.application.port.Passwords;
import dev.roster.application.port.ShownSecrets;
import dev.roster.application.work.Changes;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.access.Target;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.invitation.Invitation;
import dev.roster.domain.invitation.InvitationId;
import dev.roster.domain.invitation.InviteMode;
import dev.roster.domain.user.User;
import jakarta.inject.Inject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Gives invited users their way in: a link by mail, or a temporary password. */
final class InvitationSecrets {
    private final Invitations invitations;
    private final Passwords passwords;
    private final PasswordHasher hasher;
    private final TemporaryPasswords temporary;
    private final InvitationLetter letter;
    private final Limits limits;
    private final UnitOfWork work;
    private final KnownSecrets known;

    @Inject
    InvitationSecrets(
            Invitations invitations,
            Passwords passwords,
            PasswordHasher hasher,
            TemporaryPasswords temporary,
            InvitationLetter letter,
            Limits limits,
            UnitOfWork work,
            KnownSecrets known) {
        this.invitations = invitations;
        this.passwords = passwords;
        this.hasher = hasher;
        this.temporary = temporary;
        this.letter = letter;
        this.limits = limits;
        this.work = work;
        this.known = known;
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
        return send(caller, user, mode, prepared, action, false);
    }

    /**
     * The same.
     *
     * @param handOver whether the caller is told the link instead of a mail being sent
     */
    InviteUser.Invited send(
            Caller caller, User user, InviteMode mode, Prepared prepared, String action, boolean handOver) {
        Instant at = work.now();
        Instant end = user.notAfterStay(at.plus(limits.invitation()));
        SecretText secret = mode == InviteMode.LINK ? letter.nextSecret() : null;
        passwords.remove(user.id());
        if (prepared.hash() != null) {
            passwords.setTemporary(user.id(), prepared.hash(), at, end);
        }
        // Last, since another password overtakes an invitation.
        Invitation invitation = invitations.put(invitation(caller, user, mode, secret, at, end));
        if (secret == null || handOver) {
            known.show(caller.user(), user.id(), ShownSecrets.Kind.INVITATION);
        }
        String link = secret == null ? null : link(caller, user, secret, end, handOver);
        work.journal()
                .write(
                        caller,
                        action,
                        Target.of(user),
                        Changes.none()
                                .set("mode", mode.word())
                                .set("expires_at", end)
                                .set("handed_over", (handOver && secret != null) ? true : null));
        String told = (caller.isOperator() || handOver) ? link : null;
        return new InviteUser.Invited(user, invitation, true, prepared.password(), told);
    }

    private String link(Caller caller, User user, SecretText secret, Instant end, boolean handOver) {
        return handOver ? letter.link(secret) : letter.send(caller, user, secret, end);
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
}
