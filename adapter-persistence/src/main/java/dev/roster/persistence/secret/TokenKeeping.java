package dev.roster.persistence.secret;

/** How an installation stores user tokens. */
public enum TokenKeeping {
    /** The digest and a sealed copy, which its owner may read again. */
    SEALED,
    /** The digest alone. */
    SHOW_ONCE
}
