package dev.roster.persistence.secret;

import dev.roster.application.port.Sealer;
import java.util.Optional;

/** Seals text with a key that seals nothing else. */
final class GcmSealer implements Sealer {
    static final String USE = "text";

    private final AesGcm cipher;

    GcmSealer(InstallationSecret secret) {
        this.cipher = new AesGcm(secret, USE);
    }

    @Override
    public String seal(String purpose, String text) {
        return cipher.seal(purpose, text);
    }

    @Override
    public Optional<String> open(String purpose, String sealed) {
        return cipher.open(purpose, sealed);
    }
}
