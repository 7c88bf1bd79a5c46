package dev.roster.application.credential;

import dev.roster.application.Now;
import dev.roster.application.port.SecretSource;
import dev.roster.application.port.TokenVault;
import dev.roster.application.port.UserTokens;
import dev.roster.domain.credential.UserToken;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Gives users their user token. The one before is dead at once. */
public final class TokenIssuer {
    private static final String PREFIX = "rut_";

    private final UserTokens tokens;
    private final TokenVault vault;
    private final SecretSource secrets;
    private final Now now;

    @Inject
    TokenIssuer(UserTokens tokens, TokenVault vault, SecretSource secrets, Now now) {
        this.tokens = tokens;
        this.vault = vault;
        this.secrets = secrets;
        this.now = now;
    }

    /** @param chosen the token to give, or null for a random one */
    public UserToken issue(UserId user, @Nullable UserToken chosen) {
        UserToken token = chosen == null ? new UserToken(secrets.next(PREFIX)) : chosen;
        tokens.set(user, token.digest(), vault.seal(user, token).orElse(null), now.get());
        return token;
    }
}
