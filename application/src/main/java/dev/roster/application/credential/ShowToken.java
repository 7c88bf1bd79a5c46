package dev.roster.application.credential;

import dev.roster.application.access.Caller;
import dev.roster.application.port.TokenVault;
import dev.roster.application.port.UserTokens;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.UserToken;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Shows a user token again, only to its user and to the operator of the machine of the store. */
public final class ShowToken {
    private final UnitOfWork work;
    private final OwnPassword ownPassword;
    private final TokenOwnership owners;
    private final UserTokens tokens;
    private final TokenVault vault;

    @Inject
    ShowToken(UnitOfWork work, OwnPassword ownPassword, TokenOwnership owners, UserTokens tokens, TokenVault vault) {
        this.work = work;
        this.ownPassword = ownPassword;
        this.owners = owners;
        this.tokens = tokens;
        this.vault = vault;
    }

    /**
     * @param user whose, or null for the caller's own
     * @throws RefusedException NOT_FOUND naming {@code user_token} if there is none that can be shown; FORBIDDEN for the
     *     token of another user
     */
    public UserToken handle(Caller caller, @Nullable UserId user) {
        return work.reading(() -> shown(owners.require(caller, user).id()));
    }

    /**
     * The caller's own, where they show their password with the call: then a session may be as old as it likes.
     *
     * @throws RefusedException NOT_FOUND naming {@code user_token}, when there is none that can be shown; FORBIDDEN for an API
     *     key; INVALID naming {@code password}, when that is wrong or there is none; THROTTLED after too many wrong ones
     */
    public UserToken own(Caller caller, Password password) {
        return ownPassword.require(caller, password).then(user -> shown(user.id()));
    }

    private UserToken shown(UserId whose) {
        return tokens.sealedOf(whose)
                .flatMap(text -> vault.open(whose, text))
                .orElseThrow(() -> RefusedException.missing("user_token", "this user token cannot be shown; renew it"));
    }
}
