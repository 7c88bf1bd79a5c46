package dev.roster.application.credential;

import dev.roster.application.Now;
import dev.roster.application.port.ApiKeys;
import dev.roster.application.port.Sessions;
import dev.roster.application.port.UserTokens;
import dev.roster.application.work.Changes;
import dev.roster.domain.text.Worded;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;

/**
 * The credentials of an account other than its password. A new password ends all sessions; keys and the user token end only
 * on request, and the result names those that stay.
 */
public final class OtherCredentials {
    /**
     * What ends together with the old password. Keys that the user created for the service accounts of others are not
     * included: only the people who run those accounts may revoke them.
     */
    public record Wish(boolean endKeys, boolean renewToken) {
        public static Wish keepAll() {
            return new Wish(false, false);
        }
    }

    /** The result for the user token. */
    public enum TokenFate implements Worded {
        /** The account has no token. */
        NONE,
        STAYS,
        /** The old one no longer works; its user can look up the new one as usual. */
        RENEWED
    }

    /**
     * What ended, and what still opens the account or acts in its name.
     *
     * @param keysLeft API keys of the account that work
     * @param serviceKeysLeft keys that work and that the user made for other accounts
     */
    public record Settled(int sessionsEnded, int keysEnded, int keysLeft, int serviceKeysLeft, TokenFate userToken) {}

    private final Sessions sessions;
    private final ApiKeys keys;
    private final UserTokens tokens;
    private final TokenIssuer issuer;
    private final Now now;

    @Inject
    OtherCredentials(Sessions sessions, ApiKeys keys, UserTokens tokens, TokenIssuer issuer, Now now) {
        this.sessions = sessions;
        this.keys = keys;
        this.tokens = tokens;
        this.issuer = issuer;
        this.now = now;
    }

    /** To be called in the transaction that sets the password. Adds what changed to the changes. */
    Settled settle(UserId user, Wish wish, Changes changes) {
        int sessionsEnded = sessions.removeAllOf(user, null);
        int keysEnded = wish.endKeys() ? endKeys(user, changes) : 0;
        TokenFate token = settleToken(user, wish, changes);
        ApiKeys.Usable left = keys.countUsable(user, now.get());
        return new Settled(sessionsEnded, keysEnded, left.own(), left.madeForOthers(), token);
    }

    private int endKeys(UserId user, Changes changes) {
        int ended = keys.revokeOwn(user, now.get());
        changes.add("usable_keys", ended, 0);
        return ended;
    }

    private TokenFate settleToken(UserId user, Wish wish, Changes changes) {
        if (!tokens.has(user)) {
            return TokenFate.NONE;
        }
        if (!wish.renewToken()) {
            return TokenFate.STAYS;
        }
        issuer.issue(user, null);
        changes.addHidden("user_token");
        return TokenFate.RENEWED;
    }
}
