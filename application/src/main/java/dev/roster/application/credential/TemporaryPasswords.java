package dev.roster.application.credential;

import dev.roster.application.port.SecretSource;
import dev.roster.domain.credential.SecretText;
import jakarta.inject.Inject;

/** Generates passwords that are shown once and only allow their user to set another. */
public final class TemporaryPasswords {
    private static final int LENGTH = 20;

    private final SecretSource secrets;

    @Inject
    TemporaryPasswords(SecretSource secrets) {
        this.secrets = secrets;
    }

    /** Some 120 random bits, long enough for every policy. */
    public SecretText next() {
        return new SecretText(secrets.next("").reveal().substring(0, LENGTH));
    }
}
