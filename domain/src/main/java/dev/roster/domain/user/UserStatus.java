package dev.roster.domain.user;

import dev.roster.domain.text.Worded;

/** Where an account stands. Only {@link #ACTIVE} users authenticate. */
public enum UserStatus implements Worded {
    ACTIVE,
    /** Waits for its invitation to be accepted. */
    INVITED,
    /** Shut out, with everything kept; can be reactivated. */
    DEACTIVATED,
    /** Gone for good: name and e-mail are free again, the row stays so that history keeps its author. */
    DELETED;

    public static UserStatus parse(String word) {
        return Worded.parse(UserStatus.class, "status", word);
    }
}
