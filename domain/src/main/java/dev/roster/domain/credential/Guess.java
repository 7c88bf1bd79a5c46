package dev.roster.domain.credential;

import dev.roster.domain.text.Worded;

/**
 * What somebody without proof can try again and again, and how often before they are made to wait. Each has counters of
 * its own.
 */
public enum Guess implements Worded {
    /** A password. */
    LOG_IN(30, 10),
    /** One's own password, by whoever came with a token, key or session of the account and wants to change it. */
    CHANGE_PASSWORD(30, 10),
    /** A bearer secret: a user token, an API key, the key of a session. It names no account. */
    TOKEN(100, 100),
    /** Asking for a mail to reset a password, and the secret in it. Each mail counts, wanted or not. */
    RESET(30, 5),
    /** The secret of an invitation, of an invite link or of the set-up link. */
    INVITATION(30, 10),
    /**
     * A new account of one's own. Each counts, so that nobody makes thousands; so does each username that whoever accepts an
     * invitation finds taken.
     */
    SIGN_UP(100, 10),
    /**
     * A mail to confirm an address that anybody may type. From one network address few go to the same mailbox, from all
     * together more, so that nobody alone keeps its owner from getting one.
     */
    CONFIRMATION(30, 3);

    private final int freeOfAddress;
    private final int freeOfAccount;

    Guess(int freeOfAddress, int freeOfAccount) {
        this.freeOfAddress = freeOfAddress;
        this.freeOfAccount = freeOfAccount;
    }

    /** For all that comes from one network address, which many may share. */
    public Backoff ofAddress() {
        return new Backoff(freeOfAddress);
    }

    /** For all that is about one account. */
    public Backoff ofAccount() {
        return new Backoff(freeOfAccount);
    }
}
