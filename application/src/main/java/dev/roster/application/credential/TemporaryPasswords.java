package dev.roster.application.credential;

import dev.roster.application.port.SecretSource;
import dev.roster.domain.credential.SecretText;
import jakarta.inject.Inject;

/** Makes up passwords that are told once and only let their user choose another. */
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
