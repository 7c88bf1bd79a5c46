package dev.roster.persistence.secret;

import dev.roster.application.port.TokenVault;
import dev.roster.domain.credential.UserToken;
import dev.roster.domain.user.UserId;
import java.util.Optional;

/** Seals each user token for its user, so that it does not open in another user's row. */
final class GcmTokenVault implements TokenVault {
    static final String USE = "user-token";

    private final AesGcm cipher;

    GcmTokenVault(InstallationSecret secret) {
        this.cipher = new AesGcm(secret, USE);
    }

    @Override
    public Optional<String> seal(UserId user, UserToken token) {
        return Optional.of(cipher.seal(user.toString(), token.reveal()));
    }

    @Override
    public Optional<UserToken> open(UserId user, String sealed) {
        return cipher.open(user.toString(), sealed).map(UserToken::of);
    }
}
