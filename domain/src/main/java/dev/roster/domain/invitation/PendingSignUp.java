package dev.roster.domain.invitation;

import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.Profile;
import dev.roster.domain.user.Username;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sign-up whose e-mail address is not confirmed yet. It reserves neither the name nor the address.
 *
 * @param digest of the secret that was mailed
 * @param username the chosen username, which may be taken by the time they confirm
 * @param profile first, last and display name; further fields require an account
 * @param passwordHash of the chosen password, which is required to confirm
 * @param link the digest of the invite link that was used, or null if sign-up was open
 * @param said data that the interface of the sign-up gets back on confirmation, for its own use; null if there is none
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
