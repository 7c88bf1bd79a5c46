package dev.roster.http.argilla;

/** The key of this installation that login tokens are signed with; all its nodes have the same. */
@FunctionalInterface
public interface TokenSigningKey {
    /** At least 32 bytes. */
    byte[] bytes();
}
