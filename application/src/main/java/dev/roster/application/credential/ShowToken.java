package dev.roster.application.credential;

import dev.roster.application.access.Caller;
import dev.roster.application.port.TokenVault;
import dev.roster.application.port.Transactions;
import dev.roster.application.port.UserTokens;
import dev.roster.domain.RefusedException;
import dev.roster.domain.credential.UserToken;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Shows a user token again: to its user, and to the operator at the machine that owns the store. To nobody else. */
public final class ShowToken {
    private final Transactions transactions;
    private final TokenOwnership owners;
    private final UserTokens tokens;
    private final TokenVault vault;

    @Inject
    ShowToken(Transactions transactions, TokenOwnership owners, UserTokens tokens, TokenVault vault) {
        this.transactions = transactions;
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
        return transactions.reading(() -> {
            UserId whose = owners.require(caller, user).id();
            return tokens.sealedOf(whose)
                    .flatMap(text -> vault.open(whose, text))
                    .orElseThrow(() -> RefusedException.missing(
                            "user_token", "this user token is not kept in a form that can be shown, renew it"));
        });
    }
}
