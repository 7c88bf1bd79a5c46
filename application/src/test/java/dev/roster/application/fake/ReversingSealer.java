package dev.roster.application.fake;

import dev.roster.application.port.Sealer;
import dev.roster.domain.credential.SecretDigest;
import java.util.Optional;

/** Seals a text by writing it backwards behind a checksum: enough to tell a sealed text from an open one. */
public final class ReversingSealer implements Sealer {
    private static final int CHECKSUM = 64;

    private final String key;

    public ReversingSealer() {
        this("");
    }

    /** @param key what another key does not open */
    ReversingSealer(String key) {
        this.key = key;
    }

    @Override
    public String seal(String purpose, String text) {
        return checksum(purpose, text) + reversed(text);
    }

    @Override
    public Optional<String> open(String purpose, String sealed) {
        if (sealed.length() < CHECKSUM) {
            return Optional.empty();
        }
        String text = reversed(sealed.substring(CHECKSUM));
        return sealed.startsWith(checksum(purpose, text)) ? Optional.of(text) : Optional.empty();
    }

    private String checksum(String purpose, String text) {
        return SecretDigest.of(key + purpose + " " + text).hex();
    }

    private static String reversed(String text) {
        return new StringBuilder(text).reverse().toString();
    }
}
