package dev.roster.application.credential;

import dev.roster.application.access.KnownSecrets;
import dev.roster.application.port.Passwords;
import dev.roster.application.port.ShownSecrets;
import dev.roster.domain.credential.TokenForm;
import dev.roster.domain.credential.UserToken;
import dev.roster.domain.user.User;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** What a new account can be opened with: its token, and a password where one is chosen. */
public final class FirstSecrets {
    private final Passwords passwords;
    private final TokenIssuer tokens;
    private final KnownSecrets known;

    @Inject
    FirstSecrets(Passwords passwords, TokenIssuer tokens, KnownSecrets known) {
        this.passwords = passwords;
        this.tokens = tokens;
        this.known = known;
    }

    /**
     * Returns the token.
     *
     * @param hash of the password, or null for none
     * @param chosen the token to give, or null for a random one
     * @param form of a random one
     */
    public UserToken give(User user, @Nullable String hash, @Nullable UserToken chosen, TokenForm form) {
        if (hash != null) {
            passwords.set(user.id(), hash, user.createdAt());
        }
        return tokens.issue(user.id(), chosen, form);
    }

    /**
     * To be called once the account has the roles that it is created with, which the creator holds.
     *
     * @param creator null for the operator, who can take every account over, so that nothing is kept of it
     * @param hash as in {@link #give}
     */
    public void show(@Nullable User creator, User user, @Nullable String hash) {
        if (creator == null) {
            return;
        }
        known.show(creator, user.id(), ShownSecrets.Kind.USER_TOKEN);
        if (hash != null) {
            known.show(creator, user.id(), ShownSecrets.Kind.PASSWORD);
        }
    }
}
