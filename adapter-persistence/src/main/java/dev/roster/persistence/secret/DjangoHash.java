package dev.roster.persistence.secret;

import dev.roster.domain.credential.Password;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.params.KeyParameter;

/** A hash as Django makes it unless told otherwise: {@code pbkdf2_sha256$ITERATIONS$SALT$HASH}. */
final class DjangoHash implements StoredHash {
    private static final Pattern SHAPE =
            Pattern.compile("pbkdf2_sha256\\$([1-9]\\d{0,8})\\$([^$\\s]{1,256})\\$([A-Za-z0-9+/]{43}=)");
    private static final int BITS = 256;
    private static final int LEAST_ITERATIONS = 1_000;
    private static final int MOST_ITERATIONS = 2_000_000;

    private final int iterations;
    private final String salt;
    private final byte[] hash;

    private DjangoHash(int iterations, String salt, byte[] hash) {
        this.iterations = iterations;
        this.salt = salt;
        this.hash = hash;
    }

    static Optional<DjangoHash> read(String text) {
        Matcher parts = SHAPE.matcher(text);
        return parts.matches()
                ? Optional.of(new DjangoHash(
                        Integer.parseInt(parts.group(1)),
                        parts.group(2),
                        Base64.getDecoder().decode(parts.group(3))))
                : Optional.empty();
    }

    @Override
    public boolean matches(Password password, KeptBlocks blocks) {
        byte[] clear = password.reveal().getBytes(StandardCharsets.UTF_8);
        PKCS5S2ParametersGenerator generator = new PKCS5S2ParametersGenerator(new SHA256Digest());
        generator.init(clear, salt.getBytes(StandardCharsets.UTF_8), iterations);
        byte[] computed = ((KeyParameter) generator.generateDerivedMacParameters(BITS)).getKey();
        Arrays.fill(clear, (byte) 0);
        return MessageDigest.isEqual(hash, computed);
    }

    @Override
    public boolean isWeakerThan(Argon2Parameters wanted) {
        return true;
    }

    @Override
    public Optional<String> objection() {
        return iterations >= LEAST_ITERATIONS && iterations <= MOST_ITERATIONS
                ? Optional.empty()
                : Optional.of("this PBKDF2 hash has " + iterations + " iterations, expected " + LEAST_ITERATIONS
                        + " to " + MOST_ITERATIONS);
    }
}
