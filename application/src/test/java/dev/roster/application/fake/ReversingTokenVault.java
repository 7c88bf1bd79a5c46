package dev.roster.application.fake;

import dev.roster.application.port.TokenVault;
import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.credential.UserToken;
import dev.roster.domain.user.UserId;
import java.util.Optional;

/** Seals a token by writing it backwards behind a checksum: enough to tell a sealed token from an open one. */
public final class ReversingTokenVault implements TokenVault {
    private static final int CHECKSUM = 64;

    private final String key;

    public ReversingTokenVault() {
        this("");
    }

    /** @param key what another key does not open */
    ReversingTokenVault(String key) {
        this.key = key;
    }

    @Override
    public Optional<String> seal(UserId user, UserToken token) {
        return Optional.of(checksum(user, token.reveal()) + reversed(token.reveal()));
    }

    @Override
    public Optional<UserToken> open(UserId user, String sealed) {
        if (sealed.length() <= CHECKSUM) {
            return Optional.empty();
        }
        String token = reversed(sealed.substring(CHECKSUM));
        return sealed.startsWith(checksum(user, token)) ? Optional.of(UserToken.of(token)) : Optional.empty();
    }

    private String checksum(UserId user, String token) {
        return SecretDigest.of(key + user + " " + token).hex();
    }

    private static String reversed(String text) {
        return new StringBuilder(text).reverse().toString();
    }
}
