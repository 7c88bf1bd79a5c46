package dev.roster.application.fake;

import dev.roster.application.port.SecretSource;
import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.credential.SecretText;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

/** Secrets of the right shape that are the same in every run. */
public final class PredictableSecrets implements SecretSource {
    private final AtomicLong last = new AtomicLong();

    @Override
    public SecretText next(String prefix) {
        String hex = SecretDigest.of("secret " + last.incrementAndGet()).hex();
        byte[] bits = HexFormat.of().parseHex(hex);
        return new SecretText(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }
}
