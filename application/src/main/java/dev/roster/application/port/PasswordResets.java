package dev.roster.application.port;

import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * The links with which users set a password. At most one for each user. A link stops working as soon as the user's e-mail
 * address, status or password changes, even if it changes back.
 */
public interface PasswordResets {
    /** Sets the user's link; an older one stops working at once. */
    void put(UserId user, SecretDigest digest, Instant expiresAt);

    /** Whose the link is, when it can still be used at that time; empty as for {@link #claim}. */
    Optional<UserId> find(SecretDigest digest, Instant now);

    /** Uses the link up. Empty when it is unknown, expired, used or overtaken by a change of the user. */
    Optional<UserId> claim(SecretDigest digest, Instant now);

    void removeAllOf(UserId user);
}
