package dev.roster.application.port;

import dev.roster.domain.credential.UserToken;
import dev.roster.domain.user.UserId;
import java.util.Optional;

/** Keeps user tokens so that only this installation can read them again. */
public interface TokenVault {
    /**
     * Seals a token for its user; the result can only be opened for that user. Empty if the installation shows a token only
     * once and does not store it.
     */
    Optional<String> seal(UserId user, UserToken token);

    /** The token, or empty when it was sealed under a key that this installation does not have. */
    Optional<UserToken> open(UserId user, String sealed);
}
