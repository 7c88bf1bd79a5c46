package dev.roster.application.port;

/** The secret key that the store belongs to. The store holds a fingerprint of it, from which the key cannot be derived. */
public interface SecretKeys {
    /** The fingerprint of the key that this process works with, in lower-case hex. */
    String fingerprint();

    /** Whether the key of this process is still the store's. */
    boolean isCurrent();

    /**
     * Makes sure that the key of this process is still the store's: it may have been rotated meanwhile. In the transaction
     * of the thread, or alone. Ports that write ask it themselves before their transaction ends.
     *
     * @throws dev.roster.domain.RefusedException BUSY, saying that this process must be started again
     */
    void requireCurrent();

    /** Lets the store belong to another key from the end of the transaction on. */
    void replace(String fingerprint);
}
