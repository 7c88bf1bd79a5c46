package dev.roster.application.credential;

import dev.roster.application.Now;
import dev.roster.application.port.SecretSource;
import dev.roster.application.port.TokenVault;
import dev.roster.application.port.UserTokens;
import dev.roster.domain.credential.TokenForm;
import dev.roster.domain.credential.UserToken;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Issues user tokens. The previous token of the user stops working at once. */
public final class TokenIssuer {
    private static final String PREFIX = "rut_";
    private static final int HEX40_BYTES = 20;

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
        return issue(user, chosen, TokenForm.USUAL);
    }

    /**
     * @param chosen the token to give, or null for a random one
     * @param form of a random one
     */
    public UserToken issue(UserId user, @Nullable UserToken chosen, TokenForm form) {
        UserToken token = chosen == null ? random(form) : chosen;
        tokens.set(user, token.digest(), vault.seal(user, token).orElse(null), now.get());
        return token;
    }

    private UserToken random(TokenForm form) {
        return switch (form) {
            case USUAL -> new UserToken(secrets.next(PREFIX));
            case HEX40 -> UserToken.of(HexFormat.of().formatHex(bits(), 0, HEX40_BYTES));
        };
    }

    private byte[] bits() {
        return Base64.getUrlDecoder().decode(secrets.next("").reveal());
    }
}
