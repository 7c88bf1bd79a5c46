package dev.roster.domain.user;

import dev.roster.domain.RefusedException;
import dev.roster.domain.text.Worded;

/** Where the account of a person who is not deleted stands, with the end of a pending invitation counted. */
public enum PersonStatus implements Worded {
    ACTIVE,
    /** Waits for an invitation that can still be accepted. */
    INVITED,
    /** Was invited, and the invitation has ended or opens nothing any more. */
    EXPIRED,
    DEACTIVATED;

    /** @throws RefusedException INVALID naming {@code status} */
    public static PersonStatus parse(String word) {
        return Worded.parse(PersonStatus.class, "status", word);
    }
}
