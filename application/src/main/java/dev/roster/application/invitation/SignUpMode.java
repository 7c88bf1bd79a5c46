package dev.roster.application.invitation;

import java.util.Locale;

/** Who may make an account for themselves. */
public enum SignUpMode {
    /** Anybody. */
    OPEN,
    /** Who has the link of an organization. */
    LINK,
    /** Nobody. */
    CLOSED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
