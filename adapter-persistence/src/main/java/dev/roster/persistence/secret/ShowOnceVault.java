package dev.roster.persistence.secret;

import dev.roster.application.port.TokenVault;
import dev.roster.domain.credential.UserToken;
import dev.roster.domain.user.UserId;
import java.util.Optional;

/** Keeps new tokens as digests alone. Those sealed before it came open as ever. */
final class ShowOnceVault implements TokenVault {
    private final TokenVault before;

    ShowOnceVault(TokenVault before) {
        this.before = before;
    }

    @Override
    public Optional<String> seal(UserId user, UserToken token) {
        return Optional.empty();
    }

    @Override
    public Optional<UserToken> open(UserId user, String sealed) {
        return before.open(user, sealed);
    }
}
