package dev.roster.application.invitation;

/** Who may sign up. */
public enum SignUpMode {
    /** Everyone. */
    OPEN,
    /** Who has the link of an organization. */
    LINK,
    /** No one. */
    CLOSED
}
