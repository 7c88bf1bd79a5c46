package dev.roster.domain.invitation;

import dev.roster.domain.RefusedException;
import dev.roster.domain.text.Worded;

/** How an invited person gets access. */
public enum InviteMode implements Worded {
    /** Active at once, without a password and without a mail. */
    NONE,
    /** Invited until they follow the link in a mail. */
    LINK,
    /** Invited until they change the temporary password, which is shown once. */
    TEMPORARY_PASSWORD;

    /** @throws RefusedException INVALID naming {@code mode} */
    public static InviteMode parse(String word) {
        return Worded.parse(InviteMode.class, "mode", word);
    }
}
