package dev.roster.domain.user;

import dev.roster.domain.RefusedException;
import dev.roster.domain.UserText;
import java.util.Locale;

/** Where the account of a person who is not deleted stands, with the end of a pending invitation counted. */
public enum PersonStatus {
    ACTIVE,
    /** Waits for an invitation that can still be accepted. */
    INVITED,
    /** Was invited, and the invitation has ended or opens nothing any more. */
    EXPIRED,
    DEACTIVATED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws RefusedException INVALID naming {@code status} */
    public static PersonStatus parse(String word) {
        for (PersonStatus status : values()) {
            if (status.word().equals(word)) {
                return status;
            }
        }
        throw RefusedException.invalid(
                "status",
                "invalid status " + UserText.quote(word) + ", expected active, invited, expired or deactivated");
    }
}
