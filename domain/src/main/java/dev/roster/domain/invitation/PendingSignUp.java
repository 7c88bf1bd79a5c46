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
 * @param profile first, last and display name; nobody says more of themselves before they have an account
 * @param passwordHash of the password they chose, and have to know when they confirm
 * @param link the digest of the invite link they came with, or null where sign-up was open
 * @param said what the door that they came by wants to be told when they confirm, for itself alone; null for nothing
 */
public record PendingSignUp(
        SecretDigest digest,
        EmailAddress email,
        Username username,
        Profile profile,
        String passwordHash,
        @Nullable SecretDigest link,
        @Nullable String said,
        Instant createdAt,
        Instant expiresAt) {
    /** The longest {@link #said()}, in characters. */
    public static final int MOST_SAID = 1_000;

    public PendingSignUp {
        if (said != null && said.length() > MOST_SAID) {
            throw new IllegalArgumentException("a door says " + said.length() + " characters of a sign-up");
        }
    }

    @Override
    public String toString() {
        return "PendingSignUp[until " + expiresAt + "]";
    }
}
