package dev.roster.persistence.secret;

/** What an installation keeps of a user token. */
public enum TokenKeeping {
    /** The digest and a sealed copy, which its owner may read again. */
    SEALED,
    /** The digest alone. */
    SHOW_ONCE
}
