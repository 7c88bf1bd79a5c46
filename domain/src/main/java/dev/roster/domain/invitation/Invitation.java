package dev.roster.domain.invitation;

import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.user.UserId;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A pending account's way in. The account exists with the status invited, its role and places; this is what it waits
 * for. A user has at most one.
 *
 * @param number counts invitations in order of making; 0 until the store has given it
 * @param digest of the secret in the mailed link; null for a temporary password
 * @param inviter who asked for it last, or null for the local operator
 * @param sentAt when the link was last mailed, or the temporary password last made
 * @param overtaken whether the user's e-mail address, status or password changed since it was sent, so that its secret
 *     opens nothing any more and has to be sent again
 */
@RecordBuilder
public record Invitation(
        InvitationId id,
        long number,
        UserId user,
        InviteMode mode,
        @Nullable SecretDigest digest,
        @Nullable UserId inviter,
        Instant createdAt,
        Instant sentAt,
        Instant expiresAt,
        boolean overtaken)
        implements InvitationBuilder.With {

    /** One that nothing has overtaken. */
    public Invitation(
            InvitationId id,
            long number,
            UserId user,
            InviteMode mode,
            @Nullable SecretDigest digest,
            @Nullable UserId inviter,
            Instant createdAt,
            Instant sentAt,
            Instant expiresAt) {
        this(id, number, user, mode, digest, inviter, createdAt, sentAt, expiresAt, false);
    }

    /** Whether it can still be accepted. */
    public boolean isPending(Instant now) {
        return !overtaken && !isExpired(now);
    }

    public boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /** The same without a secret, which is nobody's to accept. */
    public Invitation withoutDigest() {
        return with().digest(null).overtaken(false).build();
    }

    /** The same invitation under a new secret; the old one is dead. */
    public Invitation sentAgain(@Nullable SecretDigest secret, Instant now, Instant end) {
        return with().digest(secret).sentAt(now).expiresAt(end).overtaken(false).build();
    }
}
