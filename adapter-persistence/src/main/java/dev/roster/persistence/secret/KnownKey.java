package dev.roster.persistence.secret;

/** What a store knows about the secret key that it belongs to. */
public interface KnownKey {
    /** Whether nothing in the store depends on a key yet, so that any would do. */
    boolean isNone();

    boolean isOf(InstallationSecret secret);

    /** For people, as the end of a sentence: {@code the store … belongs to the key 3f9a12cd}. */
    String describe();
}
