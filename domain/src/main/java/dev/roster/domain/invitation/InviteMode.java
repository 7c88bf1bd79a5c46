package dev.roster.domain.invitation;

import dev.roster.domain.RefusedException;
import dev.roster.domain.UserText;
import java.util.Locale;

/** How somebody is let in. */
public enum InviteMode {
    /** Active at once, without a password and without a mail. */
    NONE,
    /** Invited until they follow the link in a mail. */
    LINK,
    /** Invited until they change the temporary password that is told once. */
    TEMPORARY_PASSWORD;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws RefusedException INVALID naming {@code mode} */
    public static InviteMode parse(String word) {
        for (InviteMode mode : values()) {
            if (mode.word().equals(word.replace('_', '-'))) {
                return mode;
            }
        }
        throw RefusedException.invalid(
                "mode", "invalid mode " + UserText.quote(word) + ", expected none, link or temporary-password");
    }
}
