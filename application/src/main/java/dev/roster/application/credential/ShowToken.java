package dev.roster.application.credential;

import dev.roster.application.access.Caller;
import dev.roster.application.port.TokenVault;
import dev.roster.application.port.UserTokens;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.RefusedException;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.UserToken;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Shows a user token again: to its user, and to the operator at the machine that owns the store. To nobody else. */
public final class ShowToken {
    private final UnitOfWork work;
    private final PasswordProof proof;
    private final TokenOwnership owners;
    private final UserTokens tokens;
    private final TokenVault vault;

    @Inject
    ShowToken(UnitOfWork work, PasswordProof proof, TokenOwnership owners, UserTokens tokens, TokenVault vault) {
        this.work = work;
        this.proof = proof;
        this.owners = owners;
        this.tokens = tokens;
        this.vault = vault;
    }

    /**
     * @param user whose, or null for the caller's own
     * @throws RefusedException NOT_FOUND naming {@code user_token}, when there is none that can be shown; FORBIDDEN for
     *     anybody else's
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
        work.guard().requireNoKey(caller);
        User known = work.reading(() -> work.guard().requireAccount(caller));
        PasswordProof.Proven proven =
                proof.again(known, password, caller.origin()).orElseThrow(ShowToken::wrong);
        return work.inTransaction(() -> {
            work.guard().requireAccount(caller);
            return shown(proven.confirm().orElseThrow(ShowToken::wrong).id());
        });
    }

    private UserToken shown(UserId whose) {
        return tokens.sealedOf(whose)
                .flatMap(text -> vault.open(whose, text))
                .orElseThrow(() -> RefusedException.missing(
                        "user_token", "this user token is not kept in a form that can be shown, renew it"));
    }

    private static RefusedException wrong() {
        return RefusedException.invalid("password", "the password is wrong");
    }
}
