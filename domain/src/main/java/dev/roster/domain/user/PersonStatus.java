package dev.roster.domain.user;

import dev.roster.domain.RefusedException;
import dev.roster.domain.text.Worded;

/** The state of the account of a person who is not deleted, taking the expiry of the invitation into account. */
public enum PersonStatus implements Worded {
    ACTIVE,
    /** Waits for an invitation that can still be accepted. */
    INVITED,
    /** Invited, but the invitation has expired or no longer works. */
    EXPIRED,
    DEACTIVATED;

    /** @throws RefusedException INVALID naming {@code status} */
    public static PersonStatus parse(String word) {
        return Worded.parse(PersonStatus.class, "status", word);
    }
}
