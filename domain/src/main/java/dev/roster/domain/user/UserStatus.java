package dev.roster.domain.user;

import dev.roster.domain.text.Worded;

/** The state of an account. Only {@link #ACTIVE} users can authenticate. */
public enum UserStatus implements Worded {
    ACTIVE,
    /** Waits for its invitation to be accepted. */
    INVITED,
    /** Deactivated, with everything kept; can be reactivated. */
    DEACTIVATED,
    /** Permanently deleted: name and e-mail are available again, the row stays so that history keeps its author. */
    DELETED;

    public static UserStatus parse(String word) {
        return Worded.parse(UserStatus.class, "status", word);
    }
}
