package dev.roster.persistence.secret;

import dev.roster.application.port.SecretSource;
import dev.roster.domain.credential.SecretText;
import java.security.SecureRandom;
import java.util.Base64;

/** Secrets from the operating system's random source. */
final class RandomSecrets implements SecretSource {
    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    @Override
    public SecretText next(String prefix) {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        return new SecretText(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }
}
