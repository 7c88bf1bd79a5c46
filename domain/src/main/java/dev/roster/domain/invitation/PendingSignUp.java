package dev.roster.domain.invitation;

import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.Profile;
import dev.roster.domain.user.Username;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sign-up whose e-mail address nobody has confirmed yet. It reserves nothing, neither name nor address.
 *
 * @param digest of the secret that was mailed
 * @param username what they wish to be called, which may be taken by the time
 * @param profile first and last name; nobody says more of themselves before they have an account
 * @param passwordHash of the password they chose, and have to know when they confirm
 * @param link the digest of the invite link they came with, or null where sign-up was open
 */
public record PendingSignUp(
        SecretDigest digest,
        EmailAddress email,
        Username username,
        Profile profile,
        String passwordHash,
        @Nullable SecretDigest link,
        Instant createdAt,
        Instant expiresAt) {
    @Override
    public String toString() {
        return "PendingSignUp[until " + expiresAt + "]";
    }
}
