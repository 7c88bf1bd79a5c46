package dev.roster.domain.user;

import dev.roster.domain.RefusedException;
import dev.roster.domain.UserText;
import java.util.Locale;

/** Where an account stands. Only {@link #ACTIVE} users authenticate. */
public enum UserStatus {
    ACTIVE,
    /** Waits for its invitation to be accepted. */
    INVITED,
    /** Shut out, with everything kept; can be reactivated. */
    DEACTIVATED,
    /** Gone for good: name and e-mail are free again, the row stays so that history keeps its author. */
    DELETED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static UserStatus parse(String word) {
        for (UserStatus status : values()) {
            if (status.word().equals(word)) {
                return status;
            }
        }
        throw RefusedException.invalid(
                "status",
                "invalid status " + UserText.quote(word) + ", expected active, invited, deactivated or deleted");
    }
}
