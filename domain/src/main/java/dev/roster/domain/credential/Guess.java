package dev.roster.domain.credential;

import dev.roster.domain.text.Worded;

/**
 * What a caller can try repeatedly without proof of identity, and how often before they must wait. Each kind has its own
 * counters.
 */
public enum Guess implements Worded {
    /** A password. */
    LOG_IN(30, 10),
    /** The account's own password, when a caller with its token, key or session changes it. */
    CHANGE_PASSWORD(30, 10),
    /** A bearer secret: a user token, an API key, the key of a session. It names no account. */
    TOKEN(100, 100),
    /** Asking for a mail to reset a password, and the secret in it. Each mail counts, wanted or not. */
    RESET(30, 5),
    /** The secret of an invitation, of an invite link or of the set-up link. */
    INVITATION(30, 10),
    /**
     * A sign-up. Each one counts, to prevent mass sign-ups; so does each username that turns out to be taken when an
     * invitation is accepted.
     */
    SIGN_UP(100, 10),
    /**
     * A mail to confirm an address, which any visitor can enter. One network address can send few to the same mailbox, all
     * addresses together more, so that a single sender cannot keep the owner of the mailbox from getting one.
     */
    CONFIRMATION(30, 3);

    private final int freeOfAddress;
    private final int freeOfAccount;

    Guess(int freeOfAddress, int freeOfAccount) {
        this.freeOfAddress = freeOfAddress;
        this.freeOfAccount = freeOfAccount;
    }

    /** For all attempts from one network address, which many people may share. */
    public Backoff ofAddress() {
        return new Backoff(freeOfAddress);
    }

    /** For all that is about one account. */
    public Backoff ofAccount() {
        return new Backoff(freeOfAccount);
    }
}
