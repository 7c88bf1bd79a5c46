package dev.roster.application.invitation;

/** Who may make an account for themselves. */
public enum SignUpMode {
    /** Anybody. */
    OPEN,
    /** Who has the link of an organization. */
    LINK,
    /** Nobody. */
    CLOSED
}
