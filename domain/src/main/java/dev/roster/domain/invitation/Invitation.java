package dev.roster.domain.invitation;

import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.user.UserId;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An invitation for a pending account, which already exists with the status invited, its role and its places. A user has at
 * most one.
 *
 * @param number counts invitations in order of creation; 0 until the store has assigned it
 * @param digest of the secret in the mailed link; null for a temporary password
 * @param inviter the user who sent it last, or null for the local operator
 * @param sentAt when the link was last mailed, or the temporary password last created
 * @param overtaken whether the user's e-mail address, status or password changed since it was sent, so that its secret
 *     no longer works and must be sent again
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

    /** The same without a secret, so that it cannot be accepted. */
    public Invitation withoutDigest() {
        return with().digest(null).overtaken(false).build();
    }

    /** The same invitation with a new secret; the old one no longer works. */
    public Invitation sentAgain(@Nullable SecretDigest secret, Instant now, Instant end) {
        return with().digest(secret).sentAt(now).expiresAt(end).overtaken(false).build();
    }
}
